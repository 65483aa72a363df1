/**
 * A plan as open data, for an app that reads it back and for any other program: the current content, without its history.
 * It is not the Yjs document, which may still hold words that people took out, because a copy is given to others.
 */
import type * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import { writtenIn } from '../document/entities.ts'
import { isUndone, partsOf } from '../document/fingerprint.ts'
import type { Plain } from '../document/plain.ts'
import { ENTITY_KINDS, type EntityKind, SCHEMA_VERSION } from '../document/plan-doc.ts'
import type { Entity, PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Block, readStory } from '../story/story.ts'
import { answerKey } from '../goals/answers.ts'
import { goalsOf } from '../goals/goals.ts'
import { hear, othersIn } from '../plan/hands.ts'
import { checkInsOf } from '../wheel/check-ins.ts'
import type { Authors } from '../document/own-words.ts'
import { asideOf } from '../document/aside.ts'
import { allValuesOf } from '../document/values.ts'

export const FORMAT = 'weef-plan'
/** The version of the format; raise it when a reader of such a file would need to know. Version 1 held the bytes of the document. */
export const FILE_VERSION = 2

export type FileEntity = {
  readonly fixed: { readonly [name: string]: Plain }
  readonly texts: { readonly [name: string]: string }
  /** The moment of setting aside, in ms since epoch; `null`: in view. */
  readonly aside: number | null
}
export type FilePerson = { readonly person: PersonId; readonly name: string }

export type PlanData = {
  readonly schema: number
  /** ms since epoch */
  readonly savedAt: number
  readonly title: string
  readonly people: readonly FilePerson[]
  readonly story: readonly Block[]
  readonly entities: Readonly<Record<EntityKind, { readonly [id: string]: FileEntity }>>
  /** Who wrote down what somebody else said, by the key of the value; absent: their own. `null`: unknown. */
  readonly writtenDown: { readonly [key: string]: PersonId | null }
  /** The single values of each field; two or more were set at the same time. */
  readonly values: { readonly [key: string]: readonly Plain[] }
}

export const readPlanData = (
  doc: Y.Doc,
  about: { readonly savedAt: number; readonly title: string; readonly people: readonly FilePerson[] },
  authors: Authors,
): PlanData => {
  const plan = readPlan(doc)
  return {
    schema: SCHEMA_VERSION,
    ...about,
    story: readStory(doc),
    entities: Object.fromEntries(
      ENTITY_KINDS.map((kind) => [kind, toFileEntities(plan, kind)]),
    ) as PlanData['entities'],
    writtenDown: toWrittenDown(plan, authors),
    values: toFileValues(plan),
  }
}

const shownOf = (plan: PlanState, kind: EntityKind): readonly Entity[] =>
  [...plan.entities[kind].values()]
    .filter((entity) => !isUndone(entity, partsOf(plan, kind, entity.id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** The single values of the plan, without those of undone entities and without marks: the reader of the file makes new ones. */
const toFileValues = (plan: PlanState): PlanData['values'] => {
  const shown = new Set(ENTITY_KINDS.flatMap((kind) => shownOf(plan, kind).map(({ id }) => `${kind}:${id}`)))
  const isShown = (key: string): boolean => {
    const [, owner = '', kind, field] = /^((\w+):[^/]+)\/(.*)$/.exec(key) ?? []
    const known = ENTITY_KINDS.some((each) => each === kind)
    return !known || (field !== 'made' && field !== 'aside' && shown.has(owner))
  }
  return Object.fromEntries([...allValuesOf(plan)].filter(([key]) => isShown(key)))
}

/** Answers and wheels that are not the person's own. */
const toWrittenDown = (plan: PlanState, authors: Authors): PlanData['writtenDown'] =>
  Object.fromEntries([
    ...goalsOf(plan).flatMap(({ id, answers }) =>
      answers
        .map((answer) => hear(answer, authors))
        .filter(({ own }) => !own)
        .map(({ named, by }) => [answerKey(id, named), by]),
    ),
    ...checkInsOf(plan).flatMap(({ id, who, writers }) => {
      const [other] = othersIn(who, writers, authors)
      return other === undefined ? [] : [[`checkIn:${id}`, other]]
    }),
  ]) as PlanData['writtenDown']

const toFileEntities = (plan: PlanState, kind: EntityKind): { readonly [id: string]: FileEntity } =>
  Object.fromEntries(
    shownOf(plan, kind).map((entity) => {
      const { id, fixed, texts } = entity
      const readable = [...fixed].filter((entry): entry is [string, Plain] => entry[1] !== undefined)
      return [
        id,
        {
          fixed: Object.fromEntries(readable.toSorted(byName)),
          texts: Object.fromEntries([...texts.keys()].toSorted().map((name) => [name, writtenIn(entity, name)])),
          aside: asideOf(entity, partsOf(plan, kind, id))?.at ?? null,
        },
      ]
    }),
  )

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** The checksum that tells a whole file from a damaged one. */
export const digestOf = (plan: unknown): string => toBase64url(sha256(new TextEncoder().encode(JSON.stringify(plan))))

export const toFileText = (plan: PlanData): string =>
  JSON.stringify({ format: FORMAT, version: FILE_VERSION, digest: digestOf(plan), plan }, null, 1)
