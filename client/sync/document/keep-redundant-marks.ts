/**
 * After others' changes Yjs takes marks away that say nothing new (two people made the same words bold): deletions that
 * nobody made, and that a reader could not share. What it takes depends on how the updates were grouped, so that two copies of
 * one log would differ (K2). Such marks change nothing on screen, so they stay.
 */
import type * as Y from 'yjs'
import { skipFormattingCleanup } from './yjs-internals.ts'

export const keepRedundantMarks = (doc: Y.Doc): void => void doc.on('afterTransaction', skipFormattingCleanup)
