/** The document of one plan, and the names of its roots. Whoever only passes it on needs no Yjs. */
import * as Y from 'yjs'
import type { Brand } from '#shared/protocol/bytes.ts'

export type PlanDoc = Brand<Y.Doc, 'PlanDoc'>

/** Raised when an older app could no longer show everything; it then says "update the app" instead of showing half. */
export const SCHEMA_VERSION = 1

/** `clientID` is derived from the person (protocol.md §4), so it is set before anything is written. */
export const createPlanDoc = (clientID?: number): PlanDoc => {
  const doc = new Y.Doc() as PlanDoc
  if (clientID !== undefined) doc.clientID = clientID
  storyOf(doc)
  valuesOf(doc)
  return doc
}

/** Rich text, written by the editor only. */
export const storyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('story')

/** All single values of the plan, flat: see values.ts. */
export const valuesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('values')
