/**
 * Creates the Tiptap editor of the shared story: its schema, its binding to Yjs, and the presence of people who write.
 * Knows no toolbar.
 */
import { Editor, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'
import type { UndoManager } from 'yjs'
import { type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { isOnlyPicture } from '#ui/pictures.ts'
import { renderCaret, renderSelection } from './caret.ts'
import { EmptyLine } from './empty-line.ts'
import { FirstSelection, selectStart } from './first-selection.ts'
import { KeepWritable } from './keep-writable.ts'
import { lendUndo } from './lend-undo.ts'
import type { StoryEditorLabels } from './labels.ts'
import { toCopiedText } from './copied-text.ts'
import { cleanPaste } from './paste-html.ts'
import { toCaretOwner, type Writer } from './peers.ts'
import { PromptSelection } from './prompt-selection.ts'
import { toSafeAwareness } from './safe-awareness.ts'
import { SizeLimit } from './size-limit.ts'
import { StoryBinding } from './story-binding.ts'
import { STORY_EXTENSIONS } from './story-schema.ts'

export type StoryEditorOptions = {
  readonly element: HTMLElement
  readonly doc: PlanDoc
  readonly undo: UndoManager
  readonly awareness: Awareness
  readonly me: Writer
  /** The person behind a clientID. */
  ownerAt(client: number): Writer | null
  readonly editable: boolean
  labels(): StoryEditorLabels
  onTooLarge(): void
  /** A picture was pasted or dropped, and left out. */
  onPicture(): void
}

/** Only for a story that the gate has let through (schema-gate.ts), and only when the local copy is in the document. */
export const createStoryEditor = (options: StoryEditorOptions): Editor => {
  const editor = createEditor(options)
  selectStart(editor.view)
  return editor
}

const createEditor = (options: StoryEditorOptions): Editor =>
  new Editor({
    element: options.element,
    editable: options.editable,
    injectCSS: false, // the page's policy allows styles from files only
    enableInputRules: ['bulletList', 'orderedList'], // "- " starts a list; asterisks in a sentence stay asterisks
    enablePasteRules: false,
    editorProps: {
      transformPastedHTML: (html) => cleanPaste(html, options.onPicture),
      clipboardTextSerializer: (slice, { state }) => toCopiedText(slice, state.selection.$from),
      handlePaste: (_view, event) => isOnlyPicture(event.clipboardData) && refuse(event, options.onPicture),
      handleDrop: (_view, event) => isOnlyPicture(event.dataTransfer) && refuse(event, options.onPicture),
    },
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
    extensions: [
      ...STORY_EXTENSIONS,
      FirstSelection,
      StoryBinding,
      Collaboration.configure({
        fragment: storyOf(options.doc),
        yUndoOptions: { undoManager: lendUndo(options.undo) },
      }),
      CollaborationCaret.configure({
        provider: { awareness: toSafeAwareness(options.awareness, options.ownerAt) },
        user: toCaretOwner(options.me.name, options.me.colour),
        render: renderCaret,
        selectionRender: renderSelection,
      }),
      PromptSelection,
      KeepWritable,
      EmptyLine,
      SizeLimit.configure({ onTooLarge: options.onTooLarge }),
      createAttributes(options.labels),
    ],
  })

/** The text's label for screen readers, and the placeholder of an empty one. */
const createAttributes = (labels: () => StoryEditorLabels): Extension =>
  Extension.create({
    name: 'storyAttributes',
    addProseMirrorPlugins() {
      const { editor } = this
      const attributes = (): { [name: string]: string } => {
        const { story, placeholder } = labels()
        const empty = isEmpty(editor.state.doc)
        return {
          class: empty ? 'story-text story-text-empty' : 'story-text',
          translate: 'no', // a translation would be typed into the plan
          'aria-label': story,
          'aria-multiline': 'true',
          'aria-placeholder': placeholder,
          'data-placeholder': placeholder,
          ...(editor.isEditable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        }
      }
      return [new Plugin({ props: { attributes } })]
    },
  })

/** A browser would open a file that is dropped, in place of the plan. */
const refuse = (event: Event, onPicture: () => void): boolean => {
  event.preventDefault()
  onPicture()
  return true
}

const isEmpty = ({ childCount, firstChild }: Node): boolean =>
  childCount === 0 || (childCount === 1 && firstChild?.type.name === 'paragraph' && firstChild.content.size === 0)
