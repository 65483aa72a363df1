/** The wheel: four ways to fill it in, two people at once, and an earlier one beneath it. */
import { together } from '../support/circle.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'
import { begin, has, NOTE, slider, WAYS } from '../support/wheel.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }

/** The stored wheels without their ids: fields and values. */
const readWheels = async (one: Person): Promise<readonly string[]> => {
  const wheels = new Map<string, string[]>()
  for (const [key, value] of Object.entries((await one.readDocument()).values)) {
    const [, id, field] = /^checkIn:([\w-]+)\/([^#]+)#/.exec(key) ?? []
    if (id !== undefined) wheels.set(id, [...(wheels.get(id) ?? []), `${field}=${JSON.stringify(value)}`])
  }
  return [...wheels.values()].map((fields) =>
    fields
      .filter((field) => !field.endsWith('=null'))
      .toSorted()
      .join(' '),
  )
}
const shownWords = (one: Person): Promise<readonly string[]> =>
  one
    .page()
    .getByRole('list', { name: /^jouw wiel/ })
    .getByRole('button')
    .allTextContents()

test('four ways to fill it in give the same wheel, in the drawing and in storage', async ({ person }) => {
  const fatma = await person('Fatma', PHONE)
  await fatma.startPlan('Weer rust')
  await fatma.goTo('Mijn wiel')
  const seen: string[] = []
  for (const [name, fill] of Object.entries(WAYS))
    await test.step(name, async () => {
      await begin(fatma)
      await fill(fatma)
      await expect(fatma.page().getByText(NOTE)).toBeVisible()
      seen.push((await shownWords(fatma)).join('\n'))
    })
  expect(seen[0]).toContain('Lichaamsfuncties: 0')
  expect(seen[0]).toContain('Zingeving: niet ingevuld')
  expect(seen[0]).toContain('Meedoen: niet ingevuld')
  expect(new Set(seen).size, seen.join('\n\n')).toBe(1)
  await fatma.isKept()
  await expect
    .poll(async () => [(await readWheels(fatma)).length, new Set(await readWheels(fatma)).size])
    .toEqual([4, 1])
})

test('two people set the same score at once, in both orders: nobody is overwritten, and they choose', async ({
  person,
}) => {
  const fatma = await person('Fatma', PHONE)
  const wilma = await person('Wilma', { viewport: { width: 1280, height: 800 } })
  await together(fatma, 'Weer rust', [wilma, 'schrijft mee'])
  await fatma.goTo('Mijn wiel')
  await slider(fatma, 'Lichaamsfuncties').press('Home')
  await fatma.isShared()
  await wilma.goTo('Mijn wiel')
  await slider(wilma, 'Zingeving').press('End')
  await has(fatma, 'Zingeving', '10') // live, in one open wheel

  for (const [first, second, name] of [
    [fatma, wilma, 'Meedoen'],
    [wilma, fatma, 'Mentaal welbevinden'],
  ] as const) {
    for (const each of [first, second]) {
      await each.isShared()
      await each.goOffline()
    }
    await slider(fatma, name).press('Home')
    await slider(wilma, name).press('End')
    await first.goOnline()
    await first.isShared()
    await second.goOnline()
    for (const each of [first, second]) {
      const choice = each.page().getByRole('group', { name: `${name}: twee antwoorden tegelijk. Kies samen.` })
      await expect(choice.getByRole('button', { name: '0', exact: true })).toBeVisible()
      await expect(choice.getByRole('button', { name: '10', exact: true })).toBeVisible()
    }
    const finished = first === wilma
    if (finished) {
      await wilma.press('Klaar')
      await expect(fatma.page().getByText('Tik op een naam.')).toBeVisible()
      await expect(slider(fatma, 'Meedoen')).toHaveCount(0)
    }
    await second
      .page()
      .getByRole('group', { name: new RegExp(`^${name}: twee`) })
      .getByRole('button', { name: '0', exact: true })
      .click()
    for (const each of [first, second]) {
      if (finished) await expect(each.page().getByRole('button', { name: new RegExp(`^${name} ?: 0$`) })).toBeVisible()
      else await has(each, name, '0')
      await expect(each.page().getByText('Kies samen')).toHaveCount(0)
    }
  }

  // Nothing set aside is gone, and either of them can bring it back.
  await wilma
    .page()
    .getByRole('button', { name: /^Leg opzij: / })
    .click()
  await expect(wilma.page().getByRole('button', { name: /^Leg opzij: / })).toHaveCount(0) // an empty one stands ready
  await expect(fatma.page().getByText('Dit wiel ligt opzij.')).toBeVisible()
  await fatma
    .page()
    .getByRole('button', { name: /^Haal terug: / })
    .first()
    .click()
  await expect(wilma.page().getByText('Tik op een naam.')).toBeVisible()
})

test("another person's wheel under mine, who filled it in, and a goal from it", async ({ person }) => {
  const fatma = await person('Fatma', PHONE)
  const wilma = await person('Wilma', { viewport: { width: 1280, height: 800 } })
  await together(fatma, 'Weer rust', [wilma, 'schrijft mee'])
  await fatma.goTo('Mijn wiel')
  await begin(fatma)
  await slider(fatma, 'Meedoen').press('Home')
  await slider(fatma, 'Dagelijks functioneren').press('End')
  await fatma.press('Klaar')

  await wilma.goTo('Mijn wiel')
  await wilma.press('Vul een nieuw wiel in met Fatma')
  await slider(wilma, 'Meedoen').press('End')
  await slider(wilma, 'Dagelijks functioneren').press('End')
  await wilma
    .page()
    .getByRole('button', { name: /^Meedoen/ })
    .click()
  await wilma.page().getByLabel('Hierover praten we').check()
  await wilma.page().getByLabel('Leg er een ander wiel onder').selectOption({ index: 1 })
  await expect(wilma.page().locator('.wh-before')).toHaveCount(1)
  await expect(
    wilma.page().getByRole('button', { name: /^Meedoen ?: 10\. vandaag om .*Fatma: 0\. Hierover praten we$/ }),
  ).toBeVisible()

  await fatma.press('Later')
  await expect(fatma.page().getByText('Ingevuld door Wilma').first()).toBeVisible()
  await expect(fatma.page().getByRole('heading', { name: 'Hier wil ik over praten' })).toBeVisible()
  await fatma.page().getByRole('link', { name: 'Maak er een doel van: Meedoen' }).click()
  await expect(fatma.page().getByRole('heading', { level: 1, name: 'Wensen, doelen, stappen' })).toBeVisible()
  expect(fatma.page().url()).toContain('topic=participation')
})
