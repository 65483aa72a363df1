/** Renders the story editor over a document that release 1 wrote, or an empty one. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { render } from '@solidjs/testing-library'
import type { Editor } from '@tiptap/core'
import { createSignal, onCleanup } from 'solid-js'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStoryUndo } from '#domain/undo/story-undo.ts'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import type { StoryEditorLabels } from '#editor/labels.ts'
import type { Writer } from '#editor/peers.ts'
import { StoryEditor } from '#editor/story-editor.tsx'

const NAMES =
  'story placeholder toolbar bold italic heading bulletList orderedList link linkAddress linkAdd linkRemove linkWrong cancel undo redo tooLarge noPictures large outdated takeOut tooMuch takeOutLarge takeOutLargeNote'
/** "word bold" for bold: any other text on the screen did not come from the labels. */
const LABELS = {
  ...Object.fromEntries(NAMES.split(' ').map((name) => [name, `word ${name}`])),
  unknownOf: () => 'word unknownOf',
  tooMuchOf: (who: readonly string[]) => `word tooMuchOf ${who}`,
  more: (rest: number) => `word more ${rest}`,
  takeOutWords: () => 'word takeOutWords',
} as unknown as StoryEditorLabels

const FIXTURE = join(import.meta.dirname, '../domain/fixtures/plan-r1.bin')

export const loadFixture = async (doc: PlanDoc = createPlanDoc(1)): Promise<PlanDoc> => {
  Y.applyUpdate(doc, await readFile(FIXTURE))
  return doc
}

/** Like the keyboard: the handlers run one after another, each on the result of the previous one. */
export const pressKey = ({ view }: Editor, key: string): void => {
  const event = new KeyboardEvent('keydown', { key })
  view.someProp('handleKeyDown', (handle) => handle(view, event))
}

const NOBODY = (_client: number): Writer | null => null

export const showStory = (doc: PlanDoc, { editable = true, onOutdated = () => {}, ownerAt = NOBODY } = {}) => {
  const awareness = new Awareness(doc)
  const undo = createStoryUndo(doc)
  const [me, setMe] = createSignal({ name: 'Ines', colour: 4 })
  const shown = render(() => {
    onCleanup(() => awareness.destroy())
    return (
      <StoryEditor
        doc={doc}
        undo={undo}
        awareness={awareness}
        editable={editable}
        me={me()}
        ownerAt={ownerAt}
        labels={LABELS}
        onOutdated={onOutdated}
      />
    )
  })
  const textbox = () => shown.container.querySelector<HTMLElement & { editor: Editor }>('[role=textbox]')
  const editor = (): Editor => {
    const found = textbox()?.editor
    if (found === undefined) throw new Error('The story is not open for writing.')
    return found
  }
  return { ...shown, awareness, textbox, editor, setMe }
}
