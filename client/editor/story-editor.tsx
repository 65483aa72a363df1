/**
 * The shared story editor. Lazily loaded: Tiptap is the largest part of Weef. Words are passed in as labels; knows no
 * relay.
 */
import type { Editor } from '@tiptap/core'
import { createEffect, createSignal, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type { UndoManager } from 'yjs'
import { type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { createStoryEditor } from './create-story-editor.ts'
import type { StoryEditorLabels } from './labels.ts'
import { LinkForm } from './link-form.tsx'
import { LargeStory } from './large-story.tsx'
import { OutdatedStory } from './outdated-story.tsx'
import { toCaretOwner, type Writer } from './peers.ts'
import { type Gate, openGate } from './schema-gate.ts'
import { openSizeGate } from './size-gate.ts'
import { watchSize } from './size-limit.ts'
import { storySchema } from './story-schema.ts'
import { Toolbar } from './toolbar.tsx'
import './caret.css'
import './story-text.css'

export type StoryEditorProps = {
  /** With the local copy already loaded. */
  doc: PlanDoc
  /** Lives longer than the editor (client/domain/undo/story-undo.ts). */
  undo: UndoManager
  awareness: Awareness
  editable: boolean
  me: Writer
  ownerAt(client: number): Writer | null
  labels: StoryEditorLabels
  onOutdated?(): void
}

export const StoryEditor = (props: StoryEditorProps) => {
  const [kept, setKept] = createSignal<'tooLarge' | 'outdated' | null>(null)
  const [story, nameAt] = [storyOf(props.doc), (client: number) => props.ownerAt(client)?.name ?? null]
  let gates: readonly Gate[] = []
  let close = () => {}
  const stop = () => gates.forEach((gate) => gate.stop())
  const keep = (why: 'tooLarge' | 'outdated') => {
    stop()
    close() // before y-tiptap receives the change, which would delete what it does not know, or draw without end
    setKept(why)
    if (why === 'outdated') props.onOutdated?.()
  }
  /** Also when what kept it closed is gone: it can be written in again. The size comes first, as it is counted at once. */
  const open = () => {
    stop()
    close = () => {}
    const size = openSizeGate(story, () => keep('tooLarge'))
    if (size === null) return keep('tooLarge')
    gates = [size]
    const schema = openGate(story, storySchema(), () => keep('outdated'))
    if (schema === null) return keep('outdated')
    gates = [size, schema]
    setKept(null)
  }
  open()
  onCleanup(stop)
  return (
    <div class="story">
      <Switch fallback={<WritingStory {...props} onEditor={(editor) => (close = () => editor.destroy())} />}>
        <Match when={kept() === 'tooLarge'}>
          <LargeStory
            doc={props.doc}
            labels={props.labels}
            editable={props.editable}
            nameAt={nameAt}
            onSmaller={open}
          />
        </Match>
        <Match when={kept() === 'outdated'}>
          <OutdatedStory
            doc={props.doc}
            labels={props.labels}
            editable={props.editable}
            nameAt={nameAt}
            onKnown={open}
          />
        </Match>
      </Switch>
    </div>
  )
}

const WritingStory = (props: StoryEditorProps & { onEditor: (editor: Editor) => void }) => {
  let element!: HTMLDivElement
  const [editor, setEditor] = createSignal<Editor>()
  const [version, setVersion] = createSignal(0)
  const [note, setNote] = createSignal<'tooLarge' | 'large' | 'noPictures' | null>(null)
  const [linkOpen, setLinkOpen] = createSignal(false)

  onMount(() => {
    const created = createStoryEditor({
      element,
      doc: props.doc,
      undo: props.undo,
      awareness: props.awareness,
      me: props.me,
      ownerAt: props.ownerAt,
      editable: props.editable,
      labels: () => props.labels,
      onTooLarge: () => setNote('tooLarge'),
      onPicture: () => setNote('noPictures'),
    })
    created.on('transaction', () => setVersion((count) => count + 1))
    onCleanup(() => created.destroy())
    onCleanup(watchSize(props.doc, () => setNote('large')))
    props.onEditor(created)
    setEditor(created)
  })
  // The label and the placeholder are read when the view is drawn: another language redraws it.
  createEffect(
    on(
      () => props.labels,
      () => {
        const view = editor()?.view
        view?.updateState(view.state)
      },
      { defer: true },
    ),
  )
  createEffect(on([editor, () => props.editable], ([current, editable]) => current?.setEditable(editable, false)))
  createEffect(
    on(
      [() => props.me.name, () => props.me.colour],
      ([name, colour]) => editor()?.commands.updateUser(toCaretOwner(name, colour)),
      {
        defer: true,
      },
    ),
  )

  const address = () => String(editor()?.getAttributes('link')['href'] ?? '')
  const setLink = (href: string) => {
    const chain = editor()?.chain().focus().extendMarkRange('link')
    if (editor()?.state.selection.empty && address() === '') chain?.insertContent(linked(href)).run()
    else chain?.setMark('link', { href }).run()
    setLinkOpen(false)
  }
  const removeLink = () => {
    editor()?.chain().focus().extendMarkRange('link').unsetMark('link').run()
    setLinkOpen(false)
  }
  const closeLink = () => {
    setLinkOpen(false)
    editor()?.commands.focus()
  }

  return (
    <>
      <Show when={props.editable && editor()}>
        {(current) => (
          <div class="tb-stay">
            <Toolbar
              editor={current()}
              version={version()}
              labels={props.labels}
              linkOpen={linkOpen()}
              onLink={() => setLinkOpen(!linkOpen())}
            />
            <Show when={linkOpen()}>
              <LinkForm
                labels={props.labels}
                address={address()}
                onAddress={setLink}
                onRemove={removeLink}
                onClose={closeLink}
              />
            </Show>
          </div>
        )}
      </Show>
      <div ref={element} class="story-host" />
      <p class="story-note" role="status">
        <Show when={note()}>{(kind) => props.labels[kind()]}</Show>
      </p>
    </>
  )
}

/** A link without text shows its address. */
const linked = (href: string) => ({
  type: 'text',
  text: href.replace(/^(?:https:\/\/|mailto:|tel:)/i, ''),
  marks: [{ type: 'link', attrs: { href } }],
})
