/** What comes next in a plan: a conversation and a step, each with its day. Beside many plans on a desk it is a column. */
import { Show } from 'solid-js'
import { nextOf } from '#domain/agenda/days-ahead.ts'
import type { AgendaItem } from '#domain/agenda/agenda-item.ts'
import type { PlanSummary } from '#ports/device.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useToday } from '#reactive/use-today.ts'
import { isGoingOn, toItemName } from '#wording/agenda-words.ts'
import { toDueWords } from '#wording/step-words.ts'

export const PlanNext = (props: { plan: PlanSummary }) => {
  const copy = useFirstCopy()
  const platform = usePlatform()
  const today = useToday()
  const next = (kind: AgendaItem['kind']) =>
    isGoingOn(props.plan) ? nextOf(props.plan.agenda ?? [], kind, today()) : null
  const when = ({ when: at }: AgendaItem): string =>
    at === null ? copy().today.noDay : toDueWords(copy(), at, platform.now())
  const talk = () => next('conversation')
  const step = () => next('step')
  /** Its label says that it is a conversation. */
  const talkWords = (item: AgendaItem): string =>
    item.kind === 'conversation' && item.form !== null
      ? `${when(item)} · ${copy().conversations.forms[item.form]}`
      : when(item)
  return (
    <>
      <div class="hm-next">
        <Show when={talk()}>
          {(item) => (
            <>
              <p class="soft hm-kind">{copy().today.talk}</p>
              <p>{talkWords(item())}</p>
            </>
          )}
        </Show>
      </div>
      <div class="hm-next">
        <Show when={step()}>
          {(item) => (
            <>
              <p class="soft">
                <span class="hm-kind">{`${copy().today.step} · `}</span>
                {when(item())}
              </p>
              <p dir="auto">{toItemName(copy(), item())}</p>
            </>
          )}
        </Show>
      </div>
    </>
  )
}
