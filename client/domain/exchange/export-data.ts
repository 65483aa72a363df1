/**
 * A plan as open data, for an app that reads it back and for any other program: what each thing says, without its history.
 * Not the Yjs document: that may still hold words which somebody took out, and a copy is given to others.
 */
import * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import { readFixed, readText } from '../document/entities.ts'
import { readIds } from '../document/add-entity.ts'
import type { Plain } from '../document/plain.ts'
import { ENTITY_KINDS, type EntityKind, entitiesOf, SCHEMA_VERSION } from '../document/plan-doc.ts'
import { type Block, readStory } from '../story/story.ts'
import { readAside } from '../document/aside.ts'
import { readAllValues } from '../document/values.ts'

export const FORMAT = 'weef-plan'
/** Raised when an app that reads such a file back would need to know. 1 held the bytes of the document. */
export const FILE_VERSION = 2

export type FileEntity = {
  readonly fixed: { readonly [name: string]: Plain }
  readonly texts: { readonly [name: string]: string }
  /** ms since epoch; `null` is in view. */
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
  /** Single values; two or more were set at the same time. */
  readonly values: { readonly [key: string]: readonly Plain[] }
}

export const readPlanData = (
  doc: Y.Doc,
  about: { readonly savedAt: number; readonly title: string; readonly people: readonly FilePerson[] },
): PlanData => ({
  schema: SCHEMA_VERSION,
  ...about,
  story: readStory(doc),
  entities: Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, readEntities(doc, kind)])) as PlanData['entities'],
  values: readShown(doc),
})

/** Of what its maker has undone nothing is told; how a thing looked is said by its texts and values. */
const readShown = (doc: Y.Doc): PlanData['values'] => {
  const shown = new Set(ENTITY_KINDS.flatMap((kind) => readIds(doc, kind).map((id) => `${kind}:${id}`)))
  const isShown = (key: string): boolean => {
    const [, entity = '', kind, field] = /^((\w+):[^/]+)\/(.*)$/.exec(key) ?? []
    const known = ENTITY_KINDS.some((each) => each === kind)
    return !known || (field !== 'made' && field !== 'aside' && shown.has(entity))
  }
  return Object.fromEntries([...readAllValues(doc)].filter(([key]) => isShown(key)))
}

const readEntities = (doc: Y.Doc, kind: EntityKind): { readonly [id: string]: FileEntity } =>
  Object.fromEntries(
    readIds(doc, kind).map((id) => {
      const map = entitiesOf(doc, kind).get(id) as Y.Map<unknown>
      const names = [...map.keys()].sort()
      const isText = (name: string): boolean => map.get(name) instanceof Y.Text
      const fixed = names
        .filter((name) => !isText(name))
        .map((name): [string, Plain | undefined] => [name, readFixed(doc, kind, id, name)])
        .filter((entry): entry is [string, Plain] => entry[1] !== undefined)
      const texts = names.filter(isText).map((name) => [name, readText(doc, kind, id, name)])
      const aside = readAside(doc, kind, id)?.at ?? null
      return [id, { fixed: Object.fromEntries(fixed), texts: Object.fromEntries(texts), aside }]
    }),
  )

/** Tells a whole file from a damaged one. */
export const digestOf = (plan: unknown): string => toBase64url(sha256(new TextEncoder().encode(JSON.stringify(plan))))

export const toFileText = (plan: PlanData): string =>
  JSON.stringify({ format: FORMAT, version: FILE_VERSION, digest: digestOf(plan), plan }, null, 1)
