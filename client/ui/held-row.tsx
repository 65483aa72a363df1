/**
 * A row of a list under somebody's hands: when another person sets it aside, it stays where it is and says so, instead of going with
 * the field in which they type.
 */
import { createSignal, Show } from 'solid-js'
import { Button } from './button.tsx'
import './set-aside.css'

type Row = { readonly id: string; readonly aside: object | null }

/** The row in which the focus was last; `hold` is for its `onFocusIn`, `letGo` for one's own setting aside. */
export const createHeldRow = () => {
  const [held, setHeld] = createSignal<string | null>(null)
  return {
    isShown: (row: Row): boolean => row.aside === null || row.id === held(),
    hold: (row: Row): void => void setHeld(row.id),
    letGo: (): void => void setHeld(null),
  }
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
