/**
 * Yjs deletes and collects what lies in a shared type by calling itself once per level. A member may nest 5,000 levels (none of
 * our own have more than a few dozen) and delete the outermost: every device that read that, also from its own storage, then ran
 * out of stack. Here the levels below wait for their turn instead, on whatever document of this page.
 */
import * as Y from 'yjs'

/** The outermost call goes through all that its inner calls put off: the same work, one level at a time. */
const inTurns = <Context>(
  deep: (this: Y.ContentType, context: Context) => void,
): ((this: Y.ContentType, context: Context) => void) => {
  let waiting: Y.ContentType[] | null = null
  return function one(context) {
    if (waiting !== null) return void waiting.push(this)
    waiting = [this]
    try {
      for (const content of waiting) deep.call(content, context) // grows while it is gone through
    } finally {
      waiting = null
    }
  }
}

const { prototype } = Y.ContentType
prototype.delete = inTurns(prototype.delete)
prototype.gc = inTurns(prototype.gc)
