/** A plan file that people opened and saved again: each browser writes the page in its own way, and the plan in it is whole. */
import { expect, test } from 'vitest'
import { toReadableFile } from '#domain/exchange/export.ts'
import { readPlanData } from '#domain/exchange/export-data.ts'
import { parsePlanFile } from '#domain/exchange/import.ts'
import { setText } from '#domain/document/texts.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { NOBODY } from '#domain/testing/read-parts.ts'
import { createRandomness, NOW } from '#testing/fake-plan.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { textOfElement } from './saved-page.ts'

/** Signs that are written otherwise in HTML, in a mail and in a plan. */
const WISH = `Zoë & “Bas” <pre id="weef-data">\u00a0=20 100% \\ 'ja' مرحبا 👋🏽`
const { doc } = createSamplePlan(createRandomness(), NOW)
setText(doc, 'wish', addWish(doc, '', createRandomness(9)), 'text', WISH)
const data = readPlanData(doc, { savedAt: NOW, title: 'Plan van Ans', people: [] }, NOBODY)
const FILE = toReadableFile({
  title: WISH,
  language: 'nl-NL',
  direction: 'ltr',
  parts: [],
  data,
  labels: { savedOn: WISH, empty: '', data: 'Alle gegevens' },
})

/** As browsers write a page that they have read: other entities, quotes, order and case. */
const anew = (): string => new DOMParser().parseFromString(FILE, 'text/html').documentElement.outerHTML
test.each([
  ['as it is', FILE],
  ['written anew', anew()],
  ['with a note of where it came from', `<!-- saved from url=(0014)about:internet -->\r\n${anew()}`],
  ['with other lines', FILE.replaceAll('\n', '\r\n')],
  [
    'with tags in capitals',
    anew().replaceAll(/<(\/?)(pre|body|html)/g, (_, end, tag) => `<${end}${tag.toUpperCase()}`),
  ],
  [
    'with more attributes',
    anew().replace('<pre id="weef-data"', "<pre class='x' style='color: red' id=weef-data data-y"),
  ],
  [
    'with a picture that is named like what reads it',
    anew().replace('</body>', '<img name="querySelectorAll"></body>'),
  ],
  ['between bytes, as Safari packs it', `bplist00\u0000\ufffd${anew()}\u0001\u0002`],
  ['as its words', `Plan van Ans\n\n${new DOMParser().parseFromString(FILE, 'text/html').body.textContent}`],
])('%s', (_, file) => {
  const found = parsePlanFile(file, textOfElement)
  expect(found).toMatchObject({ ok: true, plan: { title: 'Plan van Ans' } })
  expect(found.ok && Object.values(found.plan.entities.wish).map(({ texts }) => texts['text'])).toContain(WISH)
})

test.each(['', 'x', '<pre id="weef-data">', '<pre id="weef-data">{', '{'])('no other file makes it throw', (file) => {
  expect(parsePlanFile(file, textOfElement).ok).toBe(false)
})
