/**
 * Reads the selection before it is used. The browser moves it at once, and tells of it with the next frame; ProseMirror
 * acts on what it was told last. On a slow phone, and in a window behind another, people press the next key within that
 * frame: Enter would then split the story where the cursor was before, and a first tap would be taken back.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const PromptSelection = Extension.create({
  name: 'promptSelection',
  priority: 2000, // before every extension that handles a key
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view) => tell(view),
          beforeinput: (view) => tell(view),
          mouseup: (view) => tell(view),
          copy: (view) => tell(view),
          cut: (view) => tell(view),
          paste: (view) => tell(view),
        },
      },
    }),
  ],
})

/** Tells ProseMirror what the browser will tell later; nothing happens when it knows. During composition it must not look. */
const tell = (view: EditorView): false => {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
  return false
}
