/**
 * Yjs deletes and collects the contents of a shared type recursively, one call per level. A member could nest 5,000 levels (our
 * own have a few dozen at most) and delete the outermost: every device that read it, also from its own storage, ran out of
 * stack. Here the levels below wait for their turn instead, in every document of this page.
 */
import * as Y from 'yjs'

/** The outermost call works through everything that its inner calls put off, one level at a time. */
const inTurns = <Context>(
  deep: (this: Y.ContentType, context: Context) => void,
): ((this: Y.ContentType, context: Context) => void) => {
  let waiting: Y.ContentType[] | null = null
  return function one(context) {
    if (waiting !== null) return void waiting.push(this)
    waiting = [this]
    try {
      for (const content of waiting) deep.call(content, context) // grows during the loop
    } finally {
      waiting = null
    }
  }
}

const { prototype } = Y.ContentType
prototype.delete = inTurns(prototype.delete)
prototype.gc = inTurns(prototype.gc)
