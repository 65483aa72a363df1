/**
 * A row of a list under somebody's hands. When another person sets it aside, it stays where it is and says so, instead of going with
 * the field in which they type. One that I set aside myself leaves its place to the way back: that is where I look.
 */
import { createSignal, onMount, type ParentProps, Show } from 'solid-js'
import { Button } from './button.tsx'
import './set-aside.css'

type Row = { readonly id: string; readonly aside: object | null }

/** The row in which the focus was last (`hold` is for its `onFocusIn`), and those that I set aside since the screen came. */
export const createHeldRow = () => {
  const [held, setHeld] = createSignal<string | null>(null)
  const [left, setLeft] = createSignal<readonly string[]>([])
  const isLeft = (row: Row): boolean => row.aside !== null && left().includes(row.id)
  return {
    isLeft,
    isShown: (row: Row): boolean => row.aside === null || row.id === held() || isLeft(row),
    hold(row: Row): void {
      setHeld(row.id)
      if (row.aside === null) setLeft((all) => all.filter((id) => id !== row.id)) // came back: another may set it aside now
    },
    /** Before I set it aside. It stays until the screen goes: nothing moves under the next tap. */
    leave: (row: Row): void => void setLeft((all) => [...all, row.id]),
  }
}

/** The row itself, or in its place what I did to it. */
export const LeftRow = (props: ParentProps<{ left: boolean; text: string; back: string; onBack: () => void }>) => (
  <Show when={props.left} fallback={props.children}>
    <div class="sa-held" role="status">
      <p dir="auto">{props.text}</p>
      <BackButton {...props} />
    </div>
  </Show>
)

const BackButton = (props: { back: string; onBack: () => void }) => {
  let button!: HTMLButtonElement
  onMount(() => button.focus({ preventScroll: true }))
  return (
    <Button ref={button} onClick={() => props.onBack()}>
      {props.back}
    </Button>
  )
}

/** `text`: what another did, and what writing on does; `null` while nobody did. */
export const HeldNotice = (props: { text: string | null; back: string; onBack: () => void }) => (
  <Show when={props.text}>
    {(text) => (
      <div class="sa-held" role="alert">
        <p dir="auto">{text()}</p>
        <Button onClick={() => props.onBack()}>{props.back}</Button>
      </div>
    )}
  </Show>
)
