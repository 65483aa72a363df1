/**
 * Keeps redundant marks, such as the second of two people who made the same words bold. After others' changes Yjs would delete
 * them: deletions that nobody made and that a reader could not share. Which ones depends on how the updates were grouped, so two
 * copies of one log would differ (K2). Redundant marks change nothing on screen, so they stay.
 */
import type * as Y from 'yjs'
import { skipFormattingCleanup } from './yjs-internals.ts'

export const keepRedundantMarks = (doc: Y.Doc): void => void doc.on('afterTransaction', skipFormattingCleanup)
