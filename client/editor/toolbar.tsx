/**
 * The toolbar: on a phone one quiet button that shows the rest, on a wide screen all buttons. One stop for the Tab key;
 * arrow keys move between buttons (ARIA authoring practices, toolbar).
 */
import type { Editor } from '@tiptap/core'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { makeWritable } from './keep-writable.ts'
import type { StoryEditorLabels } from './labels.ts'
import { ToolbarIcon } from './toolbar-icon.tsx'
import './toolbar.css'

type Action = 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'link' | 'undo' | 'redo'
const ACTIONS: readonly Action[] = ['bold', 'italic', 'heading', 'bulletList', 'orderedList', 'link', 'undo', 'redo']

export const Toolbar = (props: {
  editor: Editor
  /** Changes with every transaction, so that the state of buttons is read again. */
  version: number
  labels: StoryEditorLabels
  linkOpen: boolean
  onLink: () => void
}) => {
  let bar!: HTMLDivElement
  const wide = createWide()
  const [shown, setShown] = createSignal(false)
  const [stop, setStop] = createSignal(0)
  const chain = () => (makeWritable(props.editor.view), props.editor.chain().focus())
  const run: Record<Action, () => unknown> = {
    bold: () => chain().toggleBold().run(),
    italic: () => chain().toggleItalic().run(),
    heading: () => chain().toggleHeading({ level: 2 }).run(),
    bulletList: () => chain().toggleBulletList().run(),
    orderedList: () => chain().toggleOrderedList().run(),
    link: () => props.onLink(),
    undo: () => chain().undo().run(),
    redo: () => chain().redo().run(),
  }
  const after = <Value,>(read: (editor: Editor) => Value): Value => (void props.version, read(props.editor))
  const isPressed = (action: Action) => after((editor) => editor.isActive(action))
  const isUseless = (action: Action) =>
    (action === 'undo' || action === 'redo') && after((editor) => !editor.can()[action]())

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...bar.querySelectorAll('button')]
    const at = buttons.findIndex((button) => button === event.target)
    const forward = getComputedStyle(bar).direction === 'rtl' ? -1 : 1
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: buttons.length - 1 }[event.key]
    if (to === undefined || at === -1) return
    event.preventDefault()
    const next = (to + buttons.length) % buttons.length
    setStop(next)
    buttons[next]?.focus()
  }
  const first = () => (wide() ? 0 : 1)

  return (
    <div ref={bar} class="tb" role="toolbar" tabindex="-1" aria-label={props.labels.toolbar} onKeyDown={onKeyDown}>
      <Show when={!wide()}>
        <button
          type="button"
          class="tb-button"
          tabindex={stop() === 0 ? 0 : -1}
          aria-expanded={shown()}
          onClick={() => (setStop(0), setShown(!shown()))}
        >
          <ToolbarIcon name="toolbar" />
          {props.labels.toolbar}
        </button>
      </Show>
      <Show when={wide() || shown()}>
        <For each={ACTIONS}>
          {(action, index) => (
            <button
              type="button"
              class="tb-button"
              tabindex={stop() === index() + first() ? 0 : -1}
              aria-pressed={action === 'undo' || action === 'redo' || action === 'link' ? undefined : isPressed(action)}
              aria-expanded={action === 'link' ? props.linkOpen : undefined}
              aria-disabled={isUseless(action) || undefined}
              data-repeats="" // tap-once.ts: people undo again and again
              onMouseDown={(event) => event.preventDefault() /* the selection in the text stays */}
              onClick={() => (setStop(index() + first()), isUseless(action) || run[action]())}
            >
              <ToolbarIcon name={action} />
              {props.labels[action]}
            </button>
          )}
        </For>
      </Show>
    </div>
  )
}

/** Wide enough for all buttons without hiding the text behind them. */
const WIDE = '(min-width: 40em)'

const createWide = () => {
  const query = window.matchMedia?.(WIDE)
  const [wide, setWide] = createSignal(query?.matches ?? true)
  const update = () => setWide(query.matches)
  query?.addEventListener('change', update)
  onCleanup(() => query?.removeEventListener('change', update))
  return wide
}
