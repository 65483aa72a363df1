/** The document of one plan, and the names of its roots. Code that only passes it on needs no Yjs. */
import * as Y from 'yjs'
import type { Brand } from '#shared/protocol/bytes.ts'
import './deep-types.ts'

export type PlanDoc = Brand<Y.Doc, 'PlanDoc'>

/**
 * Apps of release 1 refuse a plan above their version, whoever wrote it there. This one refuses none, and says what it cannot
 * read (unknown.ts).
 */
export const SCHEMA_VERSION = 1

/** The kinds of entities in a plan; each entity has a random id. */
export type EntityKind = 'wish' | 'goal' | 'step' | 'checkIn' | 'contactCard' | 'conversation' | 'talkPoint'

/** The root map of each kind. Every stored document has these names: never rename one. */
const ROOTS: Record<EntityKind, string> = {
  wish: 'wishes',
  goal: 'goals',
  step: 'steps',
  checkIn: 'checkIns',
  contactCard: 'contactCards',
  conversation: 'conversations',
  talkPoint: 'talkPoints',
}
export const ENTITY_KINDS = Object.keys(ROOTS) as readonly EntityKind[]

/** `clientID` is derived from the person (PROTOCOL.md §2), so it is set before anything is written. */
export const createPlanDoc = (clientID?: number): PlanDoc => {
  const doc = new Y.Doc() as PlanDoc
  if (clientID !== undefined) doc.clientID = clientID
  storyOf(doc)
  valuesOf(doc)
  for (const kind of ENTITY_KINDS) entitiesOf(doc, kind)
  return doc
}

/** Rich text, written by the editor only. */
export const storyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('story')

/** All single values of the plan, flat: see values.ts. */
export const valuesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('values')

/** All entities of one kind, by id: see entities.ts. */
export const entitiesOf = (doc: Y.Doc, kind: EntityKind): Y.Map<unknown> => doc.getMap(ROOTS[kind])
