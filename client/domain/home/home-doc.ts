/**
 * The document of a home: one person's own things, the same on all their devices. It has the values of a plan and none of its
 * parts, so that reader, reducer and local copy are those of plans. Nobody else is ever in it.
 */
import * as Y from 'yjs'
import type { Brand } from '#shared/protocol/bytes.ts'
import { valuesOf } from '../document/plan-doc.ts'

export type HomeDoc = Brand<Y.Doc, 'HomeDoc'>

/** `clientID` is derived from the person (PROTOCOL.md §2), so it is set before anything is written. */
export const createHomeDoc = (clientID?: number): HomeDoc => {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  return toHomeDoc(doc)
}

/** A document that was loaded for a workspace of kind `home`. */
export const toHomeDoc = (doc: Y.Doc): HomeDoc => {
  valuesOf(doc)
  return doc as HomeDoc
}
