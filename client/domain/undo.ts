/** Undo and redo for what this person did in this sitting outside the story, which has its own. Never others' work. */
import * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, valuesOf } from './plan-doc.ts'

/** Typing that pauses shorter than this is undone in one go, in ms (the default of Yjs). */
const PAUSE_MS = 500

/**
 * Every write of the domain is a transaction that is named by a function; what comes from storage or from others is
 * not. The manager compares an origin by its constructor as well, so `Function` stands for all of them.
 */
export const createUndo = (doc: Y.Doc): Y.UndoManager =>
  new Y.UndoManager([valuesOf(doc), ...ENTITY_KINDS.map((kind) => entitiesOf(doc, kind))], {
    trackedOrigins: new Set([Function]),
    captureTimeout: PAUSE_MS,
  })
