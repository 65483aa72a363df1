/** What was set aside, by whom and when. Nothing is ever gone. */
import { For, Show } from 'solid-js'
import { type Aside, showAgain } from '#domain/aside.ts'
import type { EntityId } from '#domain/entities.ts'
import { Button } from '#ui/button.tsx'
import { Fold } from '#ui/fold.tsx'
import { useWords } from './use-words.ts'

export type SetAsideRow = {
  readonly kind: 'wish' | 'goal' | 'step'
  readonly id: EntityId
  readonly text: string
  readonly aside: Aside
}

export const SetAside = (props: { rows: readonly SetAsideRow[] }) => {
  const { copy } = useWords()
  return (
    <Show when={props.rows.length > 0}>
      <Fold title={copy().goals.aside.title(props.rows.length)}>
        <ul class="go-part">
          <For each={props.rows}>
            {(row) => (
              <li class="go-aside">
                <p dir="auto">
                  <span class="soft">{copy().goals.aside.kind[row.kind]}: </span>
                  {row.text}
                </p>
                <AsideBy row={row} />
              </li>
            )}
          </For>
        </ul>
      </Fold>
    </Show>
  )
}

export const AsideBy = (props: { row: SetAsideRow }) => {
  const { copy, plan, randomness, mayWrite, authorName, now } = useWords()
  return (
    <>
      <p class="soft" dir="auto">
        {copy().goals.aside.by(
          authorName(props.row.aside.client) ?? copy().general.nameless,
          props.row.aside.at,
          now(),
        )}
      </p>
      <Show when={mayWrite()}>
        <Button
          look="quiet"
          aria-label={copy().goals.aside.backOf(props.row.text)}
          onClick={() => showAgain(plan.doc, props.row.kind, props.row.id, randomness)}
        >
          {copy().goals.aside.back}
        </Button>
      </Show>
    </>
  )
}
