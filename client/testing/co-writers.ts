/** Several people with the story open, each in an editor of their own, over a log that brings what was sent when somebody hears. */
import type { Editor } from '@tiptap/core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { keepTogether } from '#domain/story/keep-together.ts'
import { UPDATES } from '#domain/story/others-change.ts'
import { createStoryUndo } from '#domain/undo/story-undo.ts'
import { createStoryEditor } from '#editor/create-story-editor.ts'

export type CoWriter = {
  readonly editor: Editor
  readonly doc: Y.Doc
  /** Puts what was written here into the log. */
  send(): void
  /** Takes what others have put there, as one update each. */
  hear(): void
  hasUnsent(): boolean
}

export type Table = { readonly people: readonly CoWriter[]; settle(): void; leave(): void }

/** The most rounds of mending and hearing after which all must be still. */
const MOST_ROUNDS = 40

export const openTable = (count: number, begin: Uint8Array): Table => {
  const log: { readonly from: number; readonly update: Uint8Array }[] = []
  const leaving: (() => void)[] = []
  const people = Array.from({ length: count }, (_, me): CoWriter => {
    const doc = createPlanDoc(me + 1)
    Y.applyUpdate(doc, begin)
    let outbox: Uint8Array[] = []
    let heard = 0
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) outbox.push(update)
    })
    const undo = createStoryUndo(doc)
    const awareness = new Awareness(doc)
    const stop = keepTogether(doc, [undo])
    const element = document.createElement('div')
    document.body.append(element)
    const editor = createStoryEditor({
      element,
      doc,
      undo,
      awareness,
      me: { name: `Person ${me}`, colour: me % 6 },
      ownerAt: () => null,
      editable: true,
      labels: () => ({ story: 'story', placeholder: '' }) as never,
      onTooLarge: () => {},
      onPicture: () => {},
    })
    leaving.push(() => {
      editor.destroy()
      element.remove()
      stop()
      awareness.destroy()
      undo.destroy()
    })
    return {
      editor,
      doc,
      send() {
        if (outbox.length > 0) log.push({ from: me, update: Y.mergeUpdates(outbox) })
        outbox = []
      },
      hear() {
        const updates = log
          .slice(heard)
          .filter(({ from }) => from !== me)
          .map(({ update }) => update)
        heard = log.length
        if (updates.length === 0) return
        Y.transact(
          doc,
          ({ meta }) => {
            meta.set(UPDATES, updates)
            for (const update of updates) Y.applyUpdate(doc, update, 'log')
          },
          'log',
          false,
        )
      },
      hasUnsent: () => outbox.length > 0,
    }
  })
  return {
    people,
    settle() {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        for (const person of people) person.send()
        for (const person of people) person.hear()
        if (people.every((person) => !person.hasUnsent())) return
      }
      throw new Error('People mend each other without end.')
    },
    leave: () => leaving.forEach((leave) => leave()),
  }
}
