/** Reads a part of the screen aloud, block by block, and marks the current one. The voice and all words are passed in. */
import {
  createContext,
  createSignal,
  createUniqueId,
  onCleanup,
  Show,
  useContext,
  type Accessor,
  type ParentProps,
} from 'solid-js'
import { Icon } from './icon.tsx'
import { type SpokenWords, toSpokenBlocks } from './spoken-blocks.ts'
import './read-aloud.css'

export type ReadAloudWords = SpokenWords & {
  readonly start: string
  /** Names the part for people who do not see which one the button belongs to. */
  of(action: string, part: string): string
  readonly stop: string
  readonly goOn: string
  /** There is no voice on this device. */
  readonly none: string
}
type Speech = { say(text: string): Promise<'said' | 'stopped' | 'hushed' | 'no-voice'>; stop(): void }

/** The part that is being read, and the position in it. */
type Reading = { readonly part: string; readonly at: number; readonly state: 'reading' | 'paused' | 'no-voice' }

export type ReadAloud = {
  readonly words: Accessor<ReadAloudWords>
  reading(): Reading | null
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
  let marked: Element | null = null
  const mark = (element: Element | null): void => {
    marked?.classList.remove('ra-now')
    // Not inside an editor, which takes any change of its elements for typing.
    marked = element?.closest('[contenteditable="true"]')?.parentElement ?? element
    marked?.classList.add('ra-now')
    if (typeof element?.scrollIntoView === 'function') element.scrollIntoView({ block: 'nearest' })
  }
  const read = async (part: string, root: HTMLElement, from: number): Promise<void> => {
    const blocks = toSpokenBlocks(root, words())
    for (let at = from < blocks.length ? from : 0; at < blocks.length; at += 1) {
      const block = blocks[at]
      if (block === undefined || !block.element.isConnected) continue
      setReading({ part, at, state: 'reading' })
      mark(block.element)
      const said = await speech.say(block.text)
      if (said === 'stopped') return
      if (said === 'said') continue
      mark(null)
      setReading(said === 'hushed' ? { part, at, state: 'paused' } : { part, at: 0, state: 'no-voice' })
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

/**
 * Without a `root` it is a small button in the corner of the block that it reads, and that block's first element. `name`
 * names that part where several can be read.
 */
export const ReadAloudButton = (props: { root?: () => HTMLElement; name?: string | undefined }) => {
  const known = useContext(ReadAloudContext)
  const part = createUniqueId()
  let box!: HTMLDivElement
  onCleanup(() => known?.leave(part))
  return (
    <Show when={known}>
      {(aloud) => {
        const state = () => {
          const now = aloud().reading()
          return now?.part === part ? now.state : null
        }
        const label = () => {
          const { start, stop, goOn } = aloud().words()
          return state() === 'reading' ? stop : state() === 'paused' ? goOn : start
        }
        const press = (): void => {
          if (state() === 'reading') return aloud().pause(part)
          aloud().start(part, props.root?.() ?? box.parentElement ?? box)
        }
        return (
          <div ref={box} class="ra no-speech no-print" classList={{ 'ra-corner': props.root === undefined }}>
            <button
              type="button"
              class="ra-button"
              aria-label={props.name === undefined ? undefined : aloud().words().of(label(), props.name)}
              onClick={press}
            >
              <Icon name={state() === 'reading' ? 'close' : 'speak'} />
              <span>{label()}</span>
            </button>
            <p class="ra-none soft" role="status">
              <Show when={state() === 'no-voice'}>{aloud().words().none}</Show>
            </p>
          </div>
        )
      }}
    </Show>
  )
}
