/**
 * Reads the screen or one block of it aloud, part by part, and marks the current one. The screen's button stands in the top
 * bar, a block's is a quiet sign in its corner: neither takes room from a heading. The voice and all words are passed in.
 */
import {
  createContext,
  createSignal,
  createUniqueId,
  For,
  onCleanup,
  onMount,
  Show,
  useContext,
  type Accessor,
  type ParentProps,
} from 'solid-js'
import { Icon } from './icon.tsx'
import type { SpokenWords } from './spoken-blocks.ts'
import './read-aloud.css'

export type ReadAloudWords = SpokenWords & {
  readonly start: string
  /** Names the part for people who do not see which one the button belongs to. */
  of(action: string, part: string): string
  readonly stop: string
  readonly goOn: string
  /** The same on the top bar's button, which has little room. */
  readonly short: { readonly stop: string; readonly goOn: string }
  /** There is no voice on this device. */
  readonly none: string
  /** The code that reads could not be fetched. */
  readonly notFetched: string
}
type Speech = { say(text: string): Promise<'said' | 'stopped' | 'hushed' | Failure>; stop(): void }
type Failure = 'no-voice' | 'not-fetched'

/** The part that is being read, and the position in it. */
type Reading = { readonly part: string; readonly at: number; readonly state: 'reading' | 'paused' | Failure }

/** What the button in the top bar reads. */
type Page = { readonly part: string; readonly root: HTMLElement }

export type ReadAloud = {
  readonly words: Accessor<ReadAloudWords>
  reading(): Reading | null
  /** The screen that is shown; the next one takes its place. */
  page(): Page | null
  show(page: Page): void
  start(part: string, root: HTMLElement): void
  pause(part: string): void
  leave(part: string): void
}

const ReadAloudContext = createContext<ReadAloud | null>(null)

/** Around the whole app: two parts never speak at once. */
export const ReadAloudProvider = (props: ParentProps<{ speech: Speech; words: ReadAloudWords }>) => (
  <ReadAloudContext.Provider value={createReadAloud(props.speech, () => props.words)}>
    {props.children}
  </ReadAloudContext.Provider>
)

const createReadAloud = (speech: Speech, words: Accessor<ReadAloudWords>): ReadAloud => {
  const [reading, setReading] = createSignal<Reading | null>(null)
  const [page, setPage] = createSignal<Page | null>(null)
  let marked: Element | null = null
  const mark = (element: Element | null): void => {
    marked?.classList.remove('ra-now')
    // Not inside an editor, which takes any change of its elements for typing.
    marked = element?.closest('[contenteditable="true"]')?.parentElement ?? element
    marked?.classList.add('ra-now')
    if (typeof element?.scrollIntoView === 'function') element.scrollIntoView({ block: 'nearest' })
  }
  const read = async (part: string, root: HTMLElement, from: number): Promise<void> => {
    const begun: Reading = { part, at: from, state: 'reading' }
    setReading(begun)
    const code = await import('./spoken-blocks.ts').catch(() => null) // behind the first screen
    if (reading() !== begun) return // stopped meanwhile, or begun anew
    if (code === null) return void setReading({ part, at: 0, state: 'not-fetched' })
    const blocks = code.toSpokenBlocks(root, words())
    for (let at = from < blocks.length ? from : 0; at < blocks.length; at += 1) {
      const block = blocks[at]
      if (block === undefined || !block.element.isConnected) continue
      setReading({ part, at, state: 'reading' })
      mark(block.element)
      const said = await speech.say(block.text)
      if (said === 'stopped') return
      if (said === 'said') continue
      mark(null)
      setReading(said === 'hushed' ? { part, at, state: 'paused' } : { part, at: 0, state: said })
      return
    }
    mark(null)
    setReading(null)
  }
  const stopWith = (next: Reading | null): void => {
    speech.stop()
    mark(null)
    setReading(next)
  }
  return {
    words,
    reading,
    page,
    show: setPage,
    start(part, root) {
      const before = reading()
      const from = before?.part === part && before.state === 'paused' ? before.at : 0
      stopWith(null)
      void read(part, root, from)
    },
    pause(part) {
      const now = reading()
      if (now?.part === part) stopWith({ ...now, state: 'paused' })
    },
    leave(part) {
      if (reading()?.part === part) stopWith(null)
    },
  }
}

/** What a press on a part's button does, and what the button says of it. */
const createControl = (aloud: ReadAloud, part: () => string, root: () => HTMLElement) => {
  const state = () => {
    const now = aloud.reading()
    return now?.part === part() ? now.state : null
  }
  return {
    state,
    label: (): string => {
      const { start, stop, goOn } = aloud.words()
      return state() === 'reading' ? stop : state() === 'paused' ? goOn : start
    },
    press: (): void => (state() === 'reading' ? aloud.pause(part()) : aloud.start(part(), root())),
  }
}

/** In the top bar: reads the screen that is shown. As wide as its longest word, so that nothing moves while it reads. */
export const ReadScreenButton = () => {
  const known = useContext(ReadAloudContext)
  return (
    <Show when={known?.page() && known}>
      {(aloud) => {
        const shown = (): Page => aloud().page() as Page
        const control = createControl(
          aloud(),
          () => shown().part,
          () => shown().root,
        )
        /** All that it ever says, and which of it now. */
        const words = () => {
          const { start, short } = aloud().words()
          const state = control.state()
          return [
            { word: start, said: state !== 'reading' && state !== 'paused' },
            { word: short.stop, said: state === 'reading' },
            { word: short.goOn, said: state === 'paused' },
          ]
        }
        return (
          <button
            type="button"
            class="ra-screen"
            classList={{ 'ra-reading': control.state() === 'reading' }}
            aria-label={control.label()}
            onClick={() => control.press()}
          >
            <Icon name={control.state() === 'reading' ? 'stop' : 'speak'} />
            <span class="ra-words">
              <For each={words()}>
                {({ word, said }) => <span aria-hidden={said ? undefined : 'true'}>{word}</span>}
              </For>
            </span>
          </button>
        )
      }}
    </Show>
  )
}

/** Makes the calling screen the one that is read, and says there why it cannot be. */
export const ReadScreen = (props: { root: () => HTMLElement }) => {
  const known = useContext(ReadAloudContext)
  const part = createUniqueId()
  onMount(() => known?.show({ part, root: props.root() }))
  onCleanup(() => known?.leave(part))
  return <Show when={known}>{(aloud) => <WhyNot aloud={aloud()} part={part} />}</Show>
}

const WhyNot = (props: { aloud: ReadAloud; part: string }) => {
  const why = (): string => {
    const now = props.aloud.reading()
    const { none, notFetched } = props.aloud.words()
    if (now?.part !== props.part) return ''
    return now.state === 'no-voice' ? none : now.state === 'not-fetched' ? notFetched : ''
  }
  return (
    <p class="ra-none soft no-speech no-print" role="status">
      {why()}
    </p>
  )
}

/** A sign in the corner of the block that it reads, and that block's first element. `name` names the block. */
export const ReadAloudButton = (props: { name: string }) => {
  const known = useContext(ReadAloudContext)
  const part = createUniqueId()
  let box!: HTMLDivElement
  onCleanup(() => known?.leave(part))
  return (
    <Show when={known}>
      {(aloud) => {
        const control = createControl(
          aloud(),
          () => part,
          () => box.parentElement ?? box,
        )
        return (
          <div ref={box} class="ra no-speech no-print">
            <button
              type="button"
              class="ra-button"
              aria-label={aloud().words().of(control.label(), props.name)}
              onClick={() => control.press()}
            >
              <Icon name={control.state() === 'reading' ? 'stop' : 'speak'} />
            </button>
            <WhyNot aloud={aloud()} part={part} />
          </div>
        )
      }}
    </Show>
  )
}
