/**
 * Keeps the editor away from a story that is too much to draw: at each opening it would stand still for up to a minute. Counts on
 * opening, and again only when so much has come that a bound may have been passed: a keystroke costs nothing.
 */
import type * as Y from 'yjs'
import { growthOf, roomIn } from '#domain/story/story-size.ts'
import type { Gate } from './schema-gate.ts'

/** `null`: too large now. Otherwise `onTooLarge` is called at most once, before any other listener of the change. */
export const openSizeGate = (story: Y.XmlFragment, onTooLarge: () => void): Gate | null => {
  let room = roomIn(story)
  if (room < 0) return null
  const { doc } = story
  const check = (transaction: Y.Transaction) => {
    room -= growthOf(transaction)
    if (room >= 0) return
    room = roomIn(story)
    if (room >= 0) return
    stop()
    onTooLarge()
  }
  const stop = () => doc?.off('beforeObserverCalls', check)
  doc?.on('beforeObserverCalls', check)
  return { stop }
}
