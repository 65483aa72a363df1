/** A phone that somebody else holds: it opens with its own unlock alone, and its disk says nothing. */
import { expect, test } from '../support/test.ts'
import { addVirtualUnlock, agreeToUnlock } from '../support/virtual-unlock.ts'
import type { Person } from '../support/people.ts'

const STORY = 'Ik ben bang voor de post.'
const TOO_LONG = 'boek '.repeat(12_000)

/** The words in all stores of the browser. */
const findOnDisk = (me: Person, words: readonly string[]): Promise<readonly string[]> =>
  me.page().evaluate(async (wanted) => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const text = (value: unknown): string =>
      value instanceof Uint8Array
        ? new TextDecoder().decode(value)
        : typeof value === 'object' && value !== null
          ? Object.values(value).map(text).join(' ')
          : String(value)
    let all = Object.values(localStorage).join(' ') + Object.values(sessionStorage).join(' ')
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        all += (await asked(database.transaction(store).objectStore(store).getAll())).map(text).join(' ')
      database.close()
    }
    return wanted.filter((word) => all.includes(word))
  }, words)

test('a locked phone opens with its own unlock, and every word is there', async ({ person }) => {
  const fatma = await person('Fatma', { viewport: { width: 360, height: 740 } })
  await fatma.startPlan('Rustig wonen')
  await fatma.dictate(STORY)
  await fatma.isKept()
  await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  await addVirtualUnlock(fatma.page())
  await fatma.page().getByRole('link', { name: 'Mijn gegevens' }).click()
  expect(await findOnDisk(fatma, [STORY, 'Rustig wonen', 'Fatma'])).toEqual([STORY, 'Rustig wonen', 'Fatma'])
  await fatma.unfold('Weef op slot op dit toestel')
  await fatma.press('Zet Weef op slot')
  await expect(fatma.page().getByText('Weef gaat op dit toestel op slot.')).toBeVisible()
  await fatma.page().getByRole('radio', { name: 'na 1 minuut' }).check()
  await expect.poll(() => findOnDisk(fatma, [STORY, 'Rustig wonen', 'Fatma'])).toEqual([])

  await fatma.page().goBack()
  await fatma.page().getByRole('link', { name: 'Rustig wonen' }).click()
  await fatma.toStory()
  await fatma.dictate('Alleen van mij.')
  await fatma.reload()
  await expect(fatma.page().getByRole('heading', { name: 'Weef is op slot' })).toBeVisible()
  await agreeToUnlock(fatma.page(), false)
  await fatma.press('Ontgrendel')
  await expect(fatma.page().getByText('Het ontgrendelen is niet gelukt.')).toBeVisible()
  expect(await fatma.page().locator('body').innerText()).not.toMatch(/bang|Rustig|Fatma/)
  await agreeToUnlock(fatma.page(), true)
  await fatma.press('Ontgrendel')
  await fatma.sees('Alleen van mij.') // where it was
  await fatma.sees(STORY)
  expect(await findOnDisk(fatma, [STORY, 'Alleen van mij'])).toEqual([])

  // What no disk takes stays in its page, behind the lock.
  await fatma.page().getByRole('link', { name: 'Mijn gegevens' }).click()
  await fatma.unfold('Je naam, je kleur en je letters')
  await fatma.unfold('Weef op slot op dit toestel')
  const name = fatma.page().getByRole('textbox', { name: 'Je naam' })
  await name.fill(TOO_LONG)
  await fatma.press('Nu op slot')
  await expect(fatma.page().getByRole('heading', { name: 'Weef is op slot' })).toBeVisible()
  await expect(name).toBeHidden()
  expect(await fatma.page().locator('body').innerText()).not.toContain('Mijn gegevens')
  await fatma.press('Ontgrendel')
  await expect(name).toHaveValue(TOO_LONG)
  await expect(fatma.page().getByRole('heading', { name: 'Weef is op slot' })).toBeHidden()
})

test('it locks itself in every window, when nobody uses it, and after leaving fast', async ({ person }) => {
  const fatma = await person('Fatma')
  const elsewhere = 'https://www.buienradar.nl/'
  await fatma
    .page()
    .context()
    .route(`${elsewhere}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Het weer' }))
  await fatma.startPlan('Rustig wonen')
  await fatma.write(STORY)
  await fatma.isKept()
  await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
  const other = await fatma.page().context().newPage()
  await other.goto(fatma.page().url())
  await expect(other.getByRole('link', { name: 'Rustig wonen' })).toBeVisible()
  await fatma.page().bringToFront()
  await addVirtualUnlock(fatma.page())
  await fatma.page().getByRole('link', { name: 'Mijn gegevens' }).click()
  await fatma.unfold('Weef op slot op dit toestel')
  await fatma.press('Zet Weef op slot')
  await expect(fatma.page().getByText('Weef gaat op dit toestel op slot.')).toBeVisible()
  await fatma.page().getByRole('radio', { name: 'na 1 minuut' }).check()
  await expect(other.getByRole('heading', { name: 'Weef is op slot' })).toBeVisible()

  await fatma.page().clock.install()
  await fatma.reload()
  await fatma.press('Ontgrendel')
  await expect(fatma.page().getByRole('heading', { name: 'Weef op slot op dit toestel' })).toBeVisible()
  await fatma.page().clock.fastForward('00:59')
  await expect(fatma.page().getByRole('heading', { name: 'Weef op slot op dit toestel' })).toBeVisible()
  await fatma.page().clock.fastForward('00:02')
  await expect(fatma.page().getByRole('heading', { name: 'Weef is op slot' })).toBeVisible()
  await fatma.press('Ontgrendel')
  await fatma.press('Snel weg')
  await expect(fatma.page().getByText('Het weer')).toBeVisible()
  await fatma.page().goBack()
  await fatma.press('Openen')
  await expect(fatma.page().getByRole('heading', { name: 'Weef is op slot' })).toBeVisible()
})
