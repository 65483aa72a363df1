/** Whatever is in a plan, its file is FHIR R4: by the published schema, and by the constraints that no schema holds. */
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { CONTACT_FORMS } from '../../document/choices.ts'
import { createPlanDoc } from '../../document/plan-doc.ts'
import { setText } from '../../document/texts.ts'
import { parseWhen } from '../../document/when.ts'
import { addGoal } from '../../goals/goals.ts'
import { addStep } from '../../goals/steps.ts'
import { all, expectValid, faultsOf, NOW, resident, sample } from '#testing/fhir-bundles.ts'
import { createPeer } from '../../testing/peers.ts'
import { noteOf, setScore, setTalkAbout, startCheckIn } from '../../wheel/check-ins.ts'

test('every resource, and the bundle around them, is FHIR R4 by the published schema and its constraints', () => {
  for (const doc of [sample, createPlanDoc(1)]) expectValid(doc)
})

test.each([
  ['a constraint', 'wheel-with-score-and-note', 'qrs-1'],
  ['the schema', 'unknown-field', 'nonsense'],
])('%s refuses an invalid resource, so these tests can fail', async (_, name, what) => {
  const file = await readFile(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')
  expect(JSON.stringify(faultsOf(JSON.parse(file) as object))).toContain(what)
})

test('what belongs to a score stands beneath it, and beside it where there is no score', () => {
  const { doc, randomness } = createPeer(1)
  const wheel = startCheckIn(doc, { who: { person: resident }, at: NOW, pack: 'weef' }, randomness)
  setScore(doc, wheel, 'participation', 7, randomness)
  for (const topic of ['participation', 'meaningfulness'] as const) {
    setText(doc, 'checkIn', wheel, noteOf(topic), 'slaap slecht')
    setTalkAbout(doc, wheel, topic, true, randomness)
  }
  expectValid(doc)
  const item = [{ answer: [{ valueString: 'slaap slecht' }] }, { answer: [{ valueBoolean: true }] }]
  expect(all(doc, 'QuestionnaireResponse')).toMatchObject([
    {
      item: [
        { linkId: 'written-down' },
        { linkId: 'meaningfulness', item },
        { linkId: 'participation', answer: [{ valueInteger: 7, item }] },
      ],
    },
  ])
})

test('whatever people paste into a title, a name or a note, the file is valid', () => {
  const strange = fc.string({
    unit: fc.constantFrom(...'a \t\r\n\0\u0007\u000b\f\u000e\u0085\u00a0\u2028\u3000\ufeff\ud800', '👩‍👧'),
  })
  fc.assert(
    fc.property(strange, (words) => {
      const { doc, randomness } = createPeer(1)
      const goal = addGoal(doc, { title: words, why: words }, randomness)
      addStep(doc, goal, { what: words, who: { name: `${words}x` } }, randomness)
      const wheel = startCheckIn(doc, { who: { person: resident }, at: NOW, pack: 'weef' }, randomness)
      setText(doc, 'checkIn', wheel, noteOf('participation'), `${words}x`)
      setText(doc, 'checkIn', wheel, 'ownTopic', words)
      setScore(doc, wheel, 'own', 3, randomness)
      expectValid(doc)
    }),
    { numRuns: 25 },
  )
})

test('control characters in a title are spaces, and its own line breaks stay', () => {
  const { doc, randomness } = createPeer(1)
  addGoal(doc, { title: '\u0007een\u000etwee\u000bdrie\r\nvier' }, randomness)
  expect(all(doc, 'Goal')).toMatchObject([{ description: { text: 'een twee drie\nvier' } }])
})

test('a step with a time of day is due at that moment, one without on that day', () => {
  const { doc, randomness } = createPeer(1)
  const goal = addGoal(doc, { title: 'Post' }, randomness)
  for (const clock of ['', '14:30'])
    addStep(doc, goal, { what: 'Koffie', when: parseWhen('2026-12-01', clock)! }, randomness)
  expectValid(doc)
  const [plan] = all(doc, 'CarePlan')
  expect(plan?.['activity']).toMatchObject([
    { detail: { scheduledPeriod: { end: '2026-12-01' } } },
    { detail: { scheduledPeriod: { end: new Date(2026, 11, 1, 14, 30).toISOString() } } },
  ])
})

test('the form of a step is a code of the standard, and in words', () => {
  const { doc, randomness } = createPeer(1)
  const goal = addGoal(doc, { title: 'Post' }, randomness)
  for (const form of CONTACT_FORMS) addStep(doc, goal, { what: form, form }, randomness)
  expectValid(doc)
  const [plan] = all(doc, 'CarePlan')
  const activities = plan?.['activity'] as readonly {
    detail: { code: { coding?: readonly { code: string }[]; text: string } }
  }[]
  expect(activities.map(({ detail: { code } }) => [code.coding?.[0]?.code, code.text])).toEqual([
    ['FACE', nl.conversations.forms.together],
    ['PHONE', nl.conversations.forms.phone],
    ['VIDEOCONF', nl.conversations.forms.video],
    ['ONLINEWRIT', nl.conversations.forms.chat],
    [undefined, nl.conversations.forms.alone],
  ])
})
