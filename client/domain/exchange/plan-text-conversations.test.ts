/** Conversations in the text for a record, on paper, and as a report. */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { toPlanWords } from '#wording/plan-words.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { addConversation, readConversations, setConversation } from '../conversations/conversations.ts'
import { setAside } from '../document/aside.ts'
import { type Day, toDay } from '../document/days.ts'
import { createPlanDoc, type PlanDoc } from '../document/plan-doc.ts'
import { setText } from '../document/texts.ts'
import { createRandomness } from '../testing/peers.ts'
import { NOBODY } from '../testing/read-parts.ts'
import type { PlanExtent } from './plan-text-blocks.ts'
import { readReport } from './plan-text-conversations.ts'
import { toPlainText } from './plan-text-plain.ts'
import { readPlanParts } from './plan-text.ts'

const [NOW, DAY_MS] = [1_795_000_000_000, 24 * 3_600_000]
const words = nl.conversations
const members = (sample: ReturnType<typeof createSamplePlan>) =>
  [
    { person: sample.resident, name: 'Ans', role: 'owner' },
    { person: sample.worker, name: 'Wanda', role: 'editor' },
  ] as const
const textOf = (doc: PlanDoc, extent: PlanExtent, planWords = toPlanWords(nl, [], NOBODY)) => {
  const parts = readPlanParts(doc, planWords, { extent, now: NOW }).filter(({ id }) => id === 'conversations')
  return toPlainText('', '', parts)
}

test('the conversation that was held last is in the text, with its points, notes, agreements and the next contact', () => {
  const sample = createSamplePlan(createRandomness(1), NOW)
  const text = textOf(sample.doc, 'now', toPlanWords(nl, members(sample), sample))
  const date = (days: number) => nl.takeOut.date(NOW + days * DAY_MS)
  for (const said of [
    `${words.title} · ${date(-7)} · samen`,
    `Hoe gaat het thuis? (Wanda) · ${words.talked}`,
    `${words.notes}: Ans vertelde over de hond. We beginnen klein.`,
    `${words.agreements}:`,
    `Bellen hoe de tuin was (Elke week een keer ergens heen waar ik mensen ken) · Wanda · ${date(6)} · bellen`,
    words.nextOn([date(2), 'samen']),
    'Slapen lukt niet (Ans)', // the one to come
  ])
    expect(text).toContain(said)
})

test('of those held, the last by its day; older ones only where all are asked for', () => {
  const doc = createPlanDoc(1)
  const randomness = createRandomness(3)
  const hold = (day: Day, notes: string) => {
    const id = addConversation(doc, NOW - 90 * DAY_MS, randomness)
    setConversation(doc, id, { day, held: true }, randomness)
    setText(doc, 'conversation', id, 'notes', notes)
    return id
  }
  hold(toDay(NOW - 2 * DAY_MS), 'eergisteren')
  const last = hold(toDay(NOW), 'vandaag')
  hold(toDay(NOW - 9 * DAY_MS), 'vorige week')
  expect(textOf(doc, 'now')).toContain('vandaag')
  expect(textOf(doc, 'now')).not.toMatch(/eergisteren|vorige week/)
  expect(textOf(doc, 'all')).toMatch(/eergisteren[^]*vorige week|vorige week[^]*eergisteren/)
  setAside(doc, 'conversation', last, NOW, randomness)
  expect(textOf(doc, 'now')).toContain('eergisteren')
})

test('a report is one conversation, and none where it is gone', () => {
  const sample = createSamplePlan(createRandomness(1), NOW)
  const planWords = toPlanWords(nl, members(sample), sample)
  const held = readConversations(sample.doc).find((each) => each.held)!
  const report = readReport(sample.doc, planWords, held.id, 'Plan van Ans', 'Bewaard vandaag')
  expect(report).toMatch(/^Plan van Ans\nBewaard vandaag\n\nGesprek · /)
  expect(report).toContain('Bellen hoe de tuin was')
  expect(report).not.toContain('Slapen lukt niet')
  expect(readReport(createPlanDoc(1), planWords, held.id, '', '')).toBeNull()
})
