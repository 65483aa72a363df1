/** A plan in which every word of people is one long word or an address, for layouts; the longest that a name, title or text can be. */
import { ENTITY_KINDS } from '#domain/document/plan-doc.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { setText } from '#domain/document/texts.ts'
import { setTitle } from '#domain/plan/plan.ts'
import { SECTIONS, setSectionTitle } from '#domain/plan/sections.ts'
import type { FakeDeviceOptions } from './fake-device.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from './fake-plan.ts'
import { createSamplePlan } from './sample-plan.ts'

const LONG_NAME = 'Hubertusblaineviiwolfeschlegelsteinhause'
const LONG_WORD = 'Arbeidsongeschiktheidsverzekeringsmaatschappij'
const LONG_ADDRESS =
  'https://www.mijngemeente.nl/inwoners/zorg-en-ondersteuning/maatschappelijke-ondersteuning/aanvragen'

export const longWords = (): { readonly device: FakeDeviceOptions } => {
  const sample = createSamplePlan(createRandomness(), NOW)
  const randomness = createRandomness(8)
  let at = 0
  for (const kind of ENTITY_KINDS)
    for (const [id, { texts }] of readPlan(sample.doc).entities[kind])
      for (const name of texts.keys())
        setText(sample.doc, kind, id, name, at++ % 2 === 0 ? LONG_WORD : `Zie ${LONG_ADDRESS}`)
  setTitle(sample.doc, LONG_WORD, randomness)
  for (const section of SECTIONS) setSectionTitle(sample.doc, section, LONG_WORD.slice(0, 40), randomness)
  const members = [ME, WORKER].map((member, index) => ({ ...member, name: `${LONG_NAME.slice(0, -1)}${index}` }))
  const { plan } = createFakePlan({ ...sample, members, title: LONG_WORD })
  const people = members.map(({ name, colour }) => ({ name, colour }))
  const parts = [{ part: 'goals' as const, title: LONG_WORD, things: 1, letters: 90 }]
  const plans = Array.from({ length: 7 }, (_, index) => ({
    id: workspaceId(7 + index),
    title: index % 2 === 0 ? LONG_ADDRESS.slice(0, 120) : LONG_WORD,
    archived: false,
    openedAt: NOW,
    unshared: true,
    people,
    news: [{ name: LONG_NAME, at: NOW, parts }],
    circle: { newcomers: [LONG_NAME], renewed: [LONG_NAME], gone: [LONG_NAME], mayRemove: true, ended: null },
    myName: LONG_NAME,
  }))
  return { device: { plans, plan } }
}
