/** The wheel as a table: every topic at once, with lists to choose from instead of a drawing. */
import { For } from 'solid-js'
import { noteOf } from '#domain/check-ins.ts'
import { type Topic, TOPICS } from '#domain/choices.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { SCORES } from './score-buttons.tsx'
import { useWheel } from './use-wheel.ts'

export const WheelTable = () => {
  const copy = useCopy()
  return (
    <div class="wl-sheet">
      <table class="wl-table">
        <thead>
          <tr>
            <th scope="col">{copy().wheel.tableTopic}</th>
            <th scope="col">{copy().wheel.tableScore}</th>
          </tr>
        </thead>
        <For each={TOPICS}>{(topic) => <Row topic={topic} />}</For>
      </table>
      <p class="soft">{copy().wheel.scale}</p>
    </div>
  )
}

const Row = (props: { topic: Topic }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
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
          {props.topic === 'own' && (
            <SharedText
              doc={plan.doc}
              kind="checkIn"
              id={wheel.checkIn().id}
              field="ownTopic"
              label={copy().wheel.ownName}
            />
          )}
          <CheckBox
            label={copy().wheel.talkAbout}
            checked={state().talkAbout}
            onChange={(wanted) => wheel.talk(props.topic, wanted)}
          />
          <SharedText
            doc={plan.doc}
            kind="checkIn"
            id={wheel.checkIn().id}
            field={noteOf(props.topic)}
            label={copy().wheel.noteOf(wheel.nameOf(props.topic))}
            labelHidden
            placeholder={copy().wheel.note}
          />
        </td>
      </tr>
    </tbody>
  )
}
