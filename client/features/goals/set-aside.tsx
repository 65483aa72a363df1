/** Wishes, goals and steps that were set aside. */
import { type Aside, showAgain } from '#domain/document/aside.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { AsideList, AsideBy as By, type AsideRow } from '#ui/set-aside.tsx'
import { createSome } from '#reactive/use-some.ts'
import { ShowMore } from '#ui/show-more.tsx'
import { useGoalWords } from './use-goal-words.ts'

export type SetAsideRow = {
  readonly kind: 'wish' | 'goal' | 'step'
  readonly id: EntityId
  readonly text: string
  readonly aside: Aside
}

export const SetAside = (props: { rows: readonly SetAsideRow[] }) => {
  const { copy } = useGoalWords()
  const toRow = useRow()
  const some = createSome(() => props.rows)
  return (
    <AsideList
      title={copy().goals.aside.title}
      count={props.rows.length}
      rows={some.shown().map(toRow)}
      words={copy().goals.aside}
      more={<ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />}
    />
  )
}

export const AsideBy = (props: { row: SetAsideRow }) => {
  const { copy } = useGoalWords()
  const toRow = useRow()
  return <By row={toRow(props.row)} words={copy().goals.aside} />
}

const useRow = () => {
  const { copy, plan, randomness, mayWrite, authorWithin, now } = useGoalWords()
  return ({ kind, id, text, aside: { client, at } }: SetAsideRow): AsideRow => {
    const words = copy().goals.aside
    return {
      id: `${kind}:${id}`,
      kind: `${words.kind[kind]}: `,
      text,
      by: words.by(authorWithin(client), at, now()),
      onBack: mayWrite() ? () => showAgain(plan.doc, kind, id, randomness) : null,
    }
  }
}
