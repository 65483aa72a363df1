/** Export and import: on paper, as text, as a file that is imported on another device, and as FHIR. */
import { readFile } from 'node:fs/promises'
import { together } from '../support/circle.ts'
import { paste } from '../support/clipboard.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const download = async (one: Person, button: string): Promise<{ readonly name: string; readonly text: string }> => {
  const downloading = one.page().waitForEvent('download')
  await one.press(button)
  const file = await downloading
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}
const bring = (one: Person, name: string, text: string): Promise<void> =>
  one
    .page()
    .getByLabel('Kies het bestand')
    .setInputFiles({ name, mimeType: 'text/html', buffer: Buffer.from(text) })

/** Opens the app on a device without plans. */
const openImport = async (one: Person): Promise<void> => {
  await one.openApp()
  await one.page().goto(`${one.page().url().split('#')[0]}#/import`)
  await expect(one.page().getByRole('heading', { name: 'Een plan uit een bestand' })).toBeVisible()
}

test('a plan is exported as a file that anybody can read, and imported on another device', async ({ person }) => {
  const [fatma, wilma, later] = [await person('Fatma'), await person('Wilma'), await person('Later')]
  await together(fatma, 'Op papier', [wilma, 'schrijft mee'])
  await fatma.write('Ik woon graag buiten.')
  await fatma.goTo('Over dit plan')
  const file = await download(fatma, 'Sla het plan op als bestand')
  expect(file.name).toBe('Op-papier.html')
  for (const words of ['Op papier', 'Ik woon graag buiten.', 'Fatma · Is de baas', 'Wilma · Schrijft mee'])
    expect(file.text).toContain(words)

  await openImport(later)
  await bring(later, file.name, file.text)
  const card = later.page().locator('.cd', { hasText: 'Op papier' })
  await expect(card).toContainText('Dit zit erin')
  await later.press('Maak er een plan van')
  await expect(later.page().getByText('Kies eerst wie je bent.')).toBeVisible()
  await later.page().getByRole('radio', { name: 'Fatma' }).check()
  await later.press('Maak er een plan van')
  await expect(later.page().getByRole('banner')).toContainText('Op papier')
  await later.goTo('Mijn verhaal')
  await later.sees('Ik woon graag buiten.')
  await later.goTo('Over dit plan')
  const again = await download(later, 'Sla het plan op als bestand')
  const storyOf = (text: string) => /Mijn verhaal<\/h2>(.*?)<h2/s.exec(text)?.[1]
  expect(storyOf(again.text)).toBe(storyOf(file.text))
})

test('a damaged file is refused as a whole, with the reason', async ({ person }) => {
  const [fatma, later] = [await person('Fatma'), await person('Later')]
  await fatma.startPlan('Heel of niet')
  await fatma.write('Dit moet heel blijven.')
  await fatma.goTo('Over dit plan')
  const file = await download(fatma, 'Sla het plan op als bestand')
  await openImport(later)
  for (const [damaged, why] of [
    [file.text.slice(0, file.text.length - 300), 'beschadigd of veranderd'],
    [file.text.replaceAll('heel blijven', 'anders worden'), 'beschadigd of veranderd'],
    ['<p>Een recept voor soep</p>', 'geen plan van deze app'],
  ] as const) {
    await bring(later, 'plan.html', damaged)
    await expect(later.page().getByText(why)).toBeVisible()
    await expect(later.page().getByRole('button', { name: 'Maak er een plan van' })).toHaveCount(0)
  }
  await later.openApp()
  await expect(later.page().getByRole('link', { name: 'Heel of niet' })).toHaveCount(0)
})

test('as text with chosen parts only, as FHIR without a name, and on paper', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'Voor het systeem', [wilma, 'schrijft mee'])
  await fatma.page().context().grantPermissions(['clipboard-write'])
  await fatma.write('Ik woon graag buiten.')
  await fatma.goTo('Over dit plan')

  await fatma.press('Kies wat je meeneemt')
  await fatma.page().getByRole('checkbox', { name: 'Wie doet mee' }).uncheck()
  await fatma.press('Kopieer de tekst')
  await expect(fatma.page().getByRole('button', { name: 'Gekopieerd' })).toBeVisible()
  const copied = await paste(fatma)
  expect(copied).toContain('Ik woon graag buiten.')
  expect(copied).not.toContain('Wilma')

  await fatma.press('Sla op als FHIR')
  await fatma.page().getByRole('radio', { name: 'Fatma' }).check()
  const file = await download(fatma, 'Sla op als FHIR')
  const bundle = JSON.parse(file.text) as { resourceType: string; entry: { resource: { resourceType: string } }[] }
  expect(bundle.resourceType).toBe('Bundle')
  expect(bundle.entry.map(({ resource }) => resource.resourceType)).toEqual(
    expect.arrayContaining(['Patient', 'CareTeam', 'CarePlan']),
  )
  expect(file.text).not.toContain('Fatma')
  expect(file.text).not.toContain('Ik woon graag buiten.')

  // Chromium sends the page its print events when it makes a PDF.
  await fatma.page().emulateMedia({ media: 'print' })
  await fatma.page().evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(fatma.page().getByRole('article')).toContainText('Ik woon graag buiten.')
  await expect(fatma.page().getByRole('article')).toContainText('Wilma')
  for (const hidden of [fatma.page().getByRole('banner'), fatma.page().getByRole('navigation')])
    await expect(hidden.first()).toBeHidden()
})
