/** The wheel as a table: all topics at once, with select lists instead of a drawing. */
import { For } from 'solid-js'
import { type Topic, TOPICS } from '#domain/document/choices.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { SCORES } from './score-buttons.tsx'
import { OwnName, TalkAndNote } from './topic-fields.tsx'
import { useWheel } from './use-wheel.ts'
import './wheel-table.css'

export const WheelTable = () => {
  const copy = usePlanCopy()
  return (
    <div class="wl-sheet">
      <p class="soft">{copy().wheel.scale}</p>
      <table class="wl-table">
        <thead>
          <tr>
            <th scope="col">{copy().wheel.tableTopic}</th>
            <th scope="col">{copy().wheel.tableScore}</th>
          </tr>
        </thead>
        <For each={TOPICS}>{(topic) => <Row topic={topic} />}</For>
      </table>
    </div>
  )
}

const Row = (props: { topic: Topic }) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const state = () => wheel.checkIn().topics[props.topic]
  const chosen = () => (state().score.length === 1 ? state().score[0] : null)
  return (
    <tbody class={`wh-${TOPICS.indexOf(props.topic)}`}>
      <tr>
        <th scope="row" dir="auto">
          {wheel.nameOf(props.topic)}
        </th>
        <td>
          <select
            class="wl-select"
            aria-label={copy().wheel.score(wheel.nameOf(props.topic))}
            onChange={(event) =>
              wheel.score(props.topic, event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
            }
          >
            <option value="" selected={chosen() === null}>
              {copy().wheel.tableNone}
            </option>
            <For each={SCORES}>
              {(score) => (
                <option value={score} selected={chosen() === score}>
                  {score}
                </option>
              )}
            </For>
          </select>
        </td>
      </tr>
      <tr>
        <td colspan="2" class="wl-more">
          <OwnName topic={props.topic} />
          <TalkAndNote topic={props.topic} inTable />
        </td>
      </tr>
    </tbody>
  )
}
