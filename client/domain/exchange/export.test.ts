import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { toPlanWords } from '#wording/plan-words.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { toReadableFile } from './export.ts'
import { readPlanData } from './export-data.ts'
import { createPlanDoc, type PlanDoc, storyOf } from '../document/plan-doc.ts'
import { readPlanParts } from './plan-text.ts'
import { createRandomness } from '../testing/peers.ts'
import { NOBODY } from '../testing/read-parts.ts'

const NOW = 1_795_000_000_000
const fileOf = (doc: PlanDoc, title = 'Mijn plan') =>
  toReadableFile({
    title,
    language: 'nl',
    direction: 'ltr',
    parts: readPlanParts(doc, toPlanWords(nl, [], NOBODY), { extent: 'all', now: NOW }),
    data: readPlanData(doc, { savedAt: NOW, title, people: [] }, NOBODY),
    labels: { savedOn: 'Bewaard op 22 november', empty: 'Nog leeg.', data: 'Alle gegevens' },
  })
const withText = (text: string): PlanDoc => {
  const doc = createPlanDoc(1)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  storyOf(doc).insert(0, [paragraph])
  return doc
}

test('the file is readable for people without any app', async () => {
  const doc = createPlanDoc()
  Y.applyUpdate(doc, await readFile(new URL('../fixtures/plan-r1.bin', import.meta.url)))
  const file = fileOf(doc)
  expect(file).toContain('<html lang="nl" dir="ltr">')
  expect(file).toContain('<h3>Wie ben ik</h3>')
  expect(file).toContain(
    '<strong>twee jaar</strong>. Ik ken bijna <em>niemand</em> 🌱<br>Zie <a href="https://example.org/tuin" rel=',
  )
  expect(file).toContain('<ol start="1">\n<li><p>moestuin</p></li>\n</ol>')
})

test('every part of a plan is in the file as words', () => {
  const file = fileOf(createSamplePlan(createRandomness(1), NOW).doc)
  for (const words of [
    'Ik wil weer buiten komen',
    'De post is geopend en op volgorde',
    'Kijken bij de buurttuin',
    'Ik heb het gezien. Ik wil dit eerst zelf proberen.',
    'Elke dag drie keer naar buiten.',
    'Hoe gaat het thuis?',
    'Bel liever niet voor tien uur.',
  ])
    expect(file.slice(0, file.indexOf('<details>'))).toContain(words)
})

test('people’s words never become markup of the page', () => {
  const file = fileOf(withText(`<img src=x onerror="alert('1')">&amp;</pre><script>`), '<script>alert(1)</script>')
  expect(file).not.toMatch(/<script|<img|onerror="/)
  expect(file.match(/<\/pre>/g)).toHaveLength(1)
  expect(file).toContain('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;')
})

test('the file of an empty story says so', () => {
  expect(fileOf(createPlanDoc())).toContain('<p>Nog leeg.</p>')
})
