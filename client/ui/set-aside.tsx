/** Things that were set aside, by whom and when, with the way back. Nothing is ever deleted. */
import { type JSX, Show } from 'solid-js'
import { Button } from './button.tsx'
import { Fold } from './fold.tsx'
import { ForId } from './for-id.tsx'
import './set-aside.css'

export type AsideRow = {
  /** Unique in its list. */
  readonly id: string
  /** "Wish: ", where several kinds are listed together. */
  readonly kind?: string
  readonly text: string
  /** By whom and when. */
  readonly by: string
  /** `null` for readers. */
  readonly onBack: (() => void) | null
}
type Words = { readonly back: string; readonly backOf: (text: string) => string }

export const AsideList = (props: {
  title: (count: number) => string
  /** The number of all, where not all are listed. */
  count?: number
  rows: readonly AsideRow[]
  words: Words
  more?: JSX.Element
}) => (
  <Show when={props.rows.length > 0}>
    <Fold title={props.title(props.count ?? props.rows.length)}>
      <ul class="sa">
        <ForId each={props.rows} by={({ id }) => id}>
          {(row) => (
            <li>
              <p dir="auto" translate="no">
                <span class="soft">{row().kind}</span>
                {row().text}
              </p>
              <AsideBy row={row()} words={props.words} />
            </li>
          )}
        </ForId>
      </ul>
      {props.more}
    </Fold>
  </Show>
)

export const AsideBy = (props: { row: AsideRow; words: Words }) => (
  <>
    <p class="soft" dir="auto">
      {props.row.by}
    </p>
    <Show when={props.row.onBack}>
      {(back) => (
        <Button look="quiet" aria-label={props.words.backOf(props.row.text)} onClick={() => back()()}>
          {props.words.back}
        </Button>
      )}
    </Show>
  </>
)
