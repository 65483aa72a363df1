/** The paper twin of a plan (product.md, rule 9): the printer's output, whichever screen is open. */
import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { together } from '../support/circle.ts'
import { findStrayWords, speakPseudo } from '../support/sweep/words.ts'
import { expect, test } from '../support/test.ts'

/** A folder for the printed pages, for people to look at (e2e/support/sweep/inspect.ts). */
const PICTURES = process.env['PICTURES']

/** Each page is an object of its own in the file. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

const print = async (page: Page, name: string): Promise<number> => {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  if (PICTURES !== undefined) await writeFile(`${PICTURES}/${name}.pdf`, pdf)
  return pagesOf(pdf)
}

/** Lays the page out as for printing: the print event, then print media. */
const layOut = async (page: Page): Promise<void> => {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
}

/** Text colours that are neither black nor grey, and backgrounds of text that are not white. */
const findInk = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.textContent?.trim())
      .map((element) => getComputedStyle(element))
      .flatMap(({ color, backgroundColor }) => [color, backgroundColor])
      .filter((colour, at) => {
        const [red = 0, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
        if (alpha === 0) return false
        return red !== green || green !== blue || (at % 2 === 0 ? red > 0x33 : red < 255)
      }),
  )

test('a plan prints in black and white on two pages: an empty one with space for a pen, and a long one with a note of what is only in the app', async ({
  person,
  words,
}) => {
  const [fatma, wilma] = [await person('Fatma', { colorScheme: 'dark' }), await person('Wilma')]
  await together(fatma, 'Weer aan het werk', [wilma, 'schrijft mee'])
  await fatma.write('Ik woon hier nu twee jaar. Ik slaap slecht, en ik wil weer werken.')
  await wilma.sees('ik wil weer werken.')
  await wilma.write('We bellen samen de gemeente.')
  await fatma.sees('We bellen samen de gemeente.')
  expect(await print(fatma.page(), 'paper')).toBe(2)

  await fatma.goTo('Over dit plan')
  await layOut(fatma.page())
  const paper = fatma.page().getByRole('article')
  await expect(paper.getByRole('heading', { name: 'Weer aan het werk' })).toBeVisible()
  await expect(paper).toContainText('Ik slaap slecht, en ik wil weer werken.')
  await expect(paper).toContainText('We bellen samen de gemeente.')
  await expect(paper.getByRole('list', { name: 'Wie doet mee' }).getByRole('listitem')).toHaveText([
    'Fatma · Is de baas van het plan',
    'Wilma · Schrijft mee',
  ])
  await expect(paper).toContainText('Wat nog leeg is, vul je in met een pen.')
  await expect(paper.getByText('Hoe moet het worden?')).toBeVisible()
  await expect(fatma.page().getByRole('button'), 'nothing to press on paper').toHaveCount(0)
  expect(await findInk(fatma.page())).toEqual([])
  await speakPseudo(fatma.page())
  expect(await findStrayWords(fatma.page(), words)).toEqual([])
  await fatma.page().emulateMedia({ media: null })

  await wilma.story().click()
  await wilma.page().keyboard.press('Control+End')
  for (let line = 1; line <= 80; line += 1) {
    await wilma.page().keyboard.press('Enter')
    await wilma
      .page()
      .keyboard.insertText(`${line}. Wat we samen hebben afgesproken over wonen, werk en geld, in een zin.`)
  }
  expect(await print(wilma.page(), 'long-paper')).toBe(2)
  await layOut(wilma.page())
  await expect(wilma.page().getByRole('article')).toContainText('Het verhaal gaat verder. De rest staat in de app.')
})
