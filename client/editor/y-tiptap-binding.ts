/**
 * y-tiptap's binding of the editor and the shared story: the one file that reaches into it. The rest says what is written, and how
 * others' changes are drawn.
 */
import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { Drawn } from './draw-story.ts'

export type SharedSelection = { readonly anchor: Y.RelativePosition | null; readonly head: Y.RelativePosition | null }

type Internal = {
  readonly doc: Y.Doc
  readonly type: Y.XmlFragment
  readonly mapping: Drawn
  beforeTransactionSelection: (SharedSelection & { readonly type: string }) | null
  mux(run: () => void): void
  _prosemirrorChanged(doc: Node): void
  _observeFunction(events: readonly unknown[], transaction: Y.Transaction): void
  _isLocalCursorInView(): boolean
}

export type StoryLink = {
  readonly doc: Y.Doc
  readonly story: Y.XmlFragment
  readonly drawn: Drawn
  /** The selection of this device before the change that is being drawn. */
  selection(): SharedSelection | null
  setSelection(selection: SharedSelection): void
  toShared(position: number): Y.RelativePosition
  toShown(place: Y.RelativePosition): number | null
  isCursorInView(): boolean
  /** Draws without being asked to write what was drawn. */
  drawing(draw: () => void): void
}

/** Takes over what y-tiptap does; its own comparing of the whole is handed to `write`. Before it begins to listen. */
export const takeOver = (
  view: EditorView,
  write: (link: StoryLink, compare: () => void) => void,
  draw: (link: StoryLink, transaction: Y.Transaction) => void,
): StoryLink => {
  const { binding } = ySyncPluginKey.getState(view.state) as { binding: Internal }
  const link: StoryLink = {
    doc: binding.doc,
    story: binding.type,
    drawn: binding.mapping,
    selection: () => binding.beforeTransactionSelection,
    setSelection: (selection) => {
      binding.beforeTransactionSelection = { type: 'text', ...selection }
    },
    toShared: (position) =>
      absolutePositionToRelativePosition(position, binding.type, binding.mapping as never) as Y.RelativePosition,
    toShown: (place) => relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping as never),
    isCursorInView: () => binding._isLocalCursorInView(),
    drawing: (run) => binding.mux(run),
  }
  const compare = binding._prosemirrorChanged.bind(binding)
  binding._prosemirrorChanged = (doc) => write(link, () => compare(doc))
  binding._observeFunction = (_events, transaction) => link.drawing(() => draw(link, transaction))
  return link
}
