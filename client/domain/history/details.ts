/** What differs between two moments of a plan, as values: by thing, with what was there before and after. */
import type { EntityId } from '../document/entity-id.ts'
import { groupBy } from '../document/group-by.ts'
import type { Plain } from '../document/plain.ts'
import { ENTITY_KINDS, type EntityKind } from '../document/plan-doc.ts'
import { type Entity, type Fields, NO_FIELDS, type PlanState } from '../document/plan-state.ts'
import { SECTIONS } from '../plan/sections.ts'
import { valuesIn } from '../document/values.ts'
import type { Paragraph } from './paragraphs.ts'

export type Thing =
  | { readonly kind: 'story' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: EntityKind; readonly id: EntityId }

/**
 * One difference. `behind`: the ids of the paragraphs that stood before it, the nearest last. `alike`: of others that said just
 * what it said, before and after.
 */
export type Detail =
  | { readonly form: 'text'; readonly field: string; readonly before: string; readonly after: string }
  | {
      readonly form: 'value'
      readonly field: string
      readonly before: readonly Plain[]
      readonly after: readonly Plain[]
    }
  | {
      readonly form: 'passage'
      readonly field: string
      readonly before: Paragraph | null
      readonly after: Paragraph | null
      readonly behind: readonly string[]
      readonly alike: readonly string[]
    }

export type Passage = Extract<Detail, { readonly form: 'passage' }>
export type Difference = {
  readonly thing: Thing
  /** The entity as it was and is; both `null` for what is no entity. */
  readonly before: Entity | null
  readonly after: Entity | null
  readonly details: readonly Detail[]
}

export type Moment = { readonly plan: PlanState; readonly story: readonly Paragraph[] }

/** The fields that are no change: moves, how far people are in a conversation, and what only an app says of itself. */
const NO_CHANGE: ReadonlySet<string> = new Set(['order', 'phase', 'schema', 'begunFor'])

export const keyOfThing = (thing: Thing): string => ('id' in thing ? `${thing.kind}:${thing.id}` : thing.kind)

export const compare = (before: Moment, after: Moment): readonly Difference[] => [
  ...(before.story === after.story ? [] : compareStory(before.story, after.story)),
  ...(before.plan === after.plan ? [] : comparePlan(before.plan, after.plan)),
]

const comparePlan = (before: PlanState, after: PlanState): readonly Difference[] => [
  ...ENTITY_KINDS.flatMap((kind) => compareEntities(kind, before, after)),
  ...compareOwners(before, after),
]

const compareEntities = (kind: EntityKind, before: PlanState, after: PlanState): readonly Difference[] => {
  const [old, now] = [before.entities[kind], after.entities[kind]]
  if (old === now) return []
  const found: Difference[] = []
  for (const [id, entity] of now) {
    const known = old.get(id) ?? null
    if (known === entity) continue
    const details = known === null ? [] : compareEntity(known, entity)
    if (known === null || details.length > 0) found.push({ thing: { kind, id }, before: known, after: entity, details })
  }
  for (const [id, entity] of old)
    if (!now.has(id)) found.push({ thing: { kind, id }, before: entity, after: null, details: [] })
  return found
}

/** What differs between two moments of one entity. */
export const compareEntity = (before: Entity, after: Entity): readonly Detail[] => {
  const texts: Detail[] = []
  for (const name of new Set([...before.texts.keys(), ...after.texts.keys()])) {
    const [old, now] = [before.texts.get(name) ?? '', after.texts.get(name) ?? '']
    if (old !== now) texts.push({ form: 'text', field: name, before: old, after: now })
  }
  return [...texts, ...compareFields(before.fields, after.fields)]
}

const compareFields = (before: Fields, after: Fields): readonly Detail[] => {
  if (before === after) return []
  const found: Detail[] = []
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    if (NO_CHANGE.has(field) || before.get(field) === after.get(field)) continue
    const [old, now] = [valuesIn(before, field), valuesIn(after, field)]
    if (JSON.stringify(old) !== JSON.stringify(now)) found.push({ form: 'value', field, before: old, after: now })
  }
  return found
}

/** The plan itself, its sections and its people. */
const compareOwners = (before: PlanState, after: PlanState): readonly Difference[] => {
  const [old, now] = [before.fields.plan, after.fields.plan]
  if (old === now) return []
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((owner) => {
    const thing = thingOf(owner)
    const details = compareFields(old.get(owner) ?? NO_FIELDS, now.get(owner) ?? NO_FIELDS)
    return thing === null || details.length === 0 ? [] : [{ thing, before: null, after: null, details }]
  })
}

const thingOf = (owner: string): Thing | null => {
  const [kind, id = ''] = owner.split(':')
  if (owner === 'plan') return { kind: 'plan' }
  if (kind === 'person') return { kind, id }
  return kind === 'section' && SECTIONS.some((name) => name === id) ? { kind, id } : null
}

/** The most paragraphs remembered before a passage: people take away a page, and one of these stays. */
const MAX_BEHIND = 50

const compareStory = (before: readonly Paragraph[], after: readonly Paragraph[]): readonly Difference[] => {
  const [old, now] = [byId(before), byId(after)]
  const details: Detail[] = []
  let texts: ReadonlyMap<string, readonly string[]> | null = null
  const byText = () =>
    (texts ??= new Map([...groupBy(after, ({ text }) => text)].map(([text, all]) => [text, all.map(({ id }) => id)])))
  const behind = (all: readonly Paragraph[], index: number): readonly string[] =>
    all.slice(Math.max(0, index - MAX_BEHIND), index).map(({ id }) => id)
  before.forEach((paragraph, index) => {
    const known = now.get(paragraph.id) ?? null
    if (known === paragraph || (known === null && paragraph.text === '')) return
    const isSame = known !== null && JSON.stringify(known.blocks) === JSON.stringify(paragraph.blocks)
    if (isSame) return
    const alike = (byText().get(paragraph.text) ?? []).filter((id) => id !== paragraph.id && old.has(id))
    details.push({ ...passage(paragraph, known, behind(before, index)), alike })
  })
  after.forEach((paragraph, index) => {
    if (!old.has(paragraph.id) && paragraph.text !== '') details.push(passage(null, paragraph, behind(after, index)))
  })
  return details.length === 0 ? [] : [{ thing: { kind: 'story' }, before: null, after: null, details }]
}

const byId = (paragraphs: readonly Paragraph[]): ReadonlyMap<string, Paragraph> =>
  new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]))

const passage = (before: Paragraph | null, after: Paragraph | null, behind: readonly string[]): Passage => ({
  form: 'passage',
  field: (before ?? after)?.id ?? '',
  before,
  after,
  behind,
  alike: [],
})
