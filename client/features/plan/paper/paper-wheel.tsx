/** A wheel on paper: the drawing, with the previous moment as a dashed line, and the same scores in a table. */
import { For, Show } from 'solid-js'
import { toScoreWord, toSpokes } from '#wording/wheel-spokes.ts'
import { toPaperWithin } from '#wording/names.ts'
import { toFilledInBy } from '#wording/written-by.ts'
import type { CheckIn } from '#domain/wheel/check-ins.ts'
import type { Topic } from '#domain/document/choices.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { usePartNames } from '#reactive/use-sections.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { type Spoke, WheelPicture } from '#ui/wheel/wheel.tsx'

export const PaperWheel = (props: { now: CheckIn; before: CheckIn | null }) => {
  const copy = usePlanCopy()
  const partNames = usePartNames()
  const day = (at: number) => copy().takeOut.date(at)
  const beforeName = () => (props.before === null ? undefined : day(props.before.at))
  const spokes = () => toSpokes(copy(), props.now, props.before, beforeName())
  /** What is empty in a wheel that is not finished is filled in with a pen. */
  const isToFillIn = (scores: Spoke['scores']): boolean => scores.length === 0 && !props.now.finished
  return (
    <>
      <Writer of={props.now} />
      <div class="pp-wheel">
        <WheelPicture
          label={partNames().wheel}
          spokes={spokes()}
          legend={{
            now: day(props.now.at),
            before: beforeName(),
            talkAbout: copy().wheel.talkAbout,
            scale: copy().wheel.scale,
          }}
        />
        <div>
          <table>
            <thead>
              <tr>
                <th scope="col">{copy().wheel.tableTopic}</th>
                <th scope="col">{day(props.now.at)}</th>
                <Show when={beforeName()}>{(name) => <th scope="col">{name()}</th>}</Show>
              </tr>
            </thead>
            <tbody>
              <For each={spokes()}>
                {({ name, scores, before }) => (
                  <tr>
                    <th scope="row" dir="auto">
                      {name}
                    </th>
                    <td>{isToFillIn(scores) ? '' : toScoreWord(copy(), scores)}</td>
                    <Show when={props.before !== null}>
                      <td>{toScoreWord(copy(), [before])}</td>
                    </Show>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <Notes spokes={spokes()} of={props.now} />
        </div>
      </div>
    </>
  )
}

/** One drawing is clear, three fill the page: others' wheels are printed in words. */
export const OtherWheel = (props: { now: CheckIn }) => {
  const copy = usePlanCopy()
  const spokes = () => toSpokes(copy(), props.now)
  const scores = () =>
    spokes()
      .filter((spoke) => spoke.scores.length > 0)
      .map((spoke) => `${spoke.name}: ${toScoreWord(copy(), spoke.scores)}`)
  return (
    <>
      <Writer of={props.now} />
      <p dir="auto">{scores().join(' · ')}</p>
      <Notes spokes={spokes()} of={props.now} />
    </>
  )
}

const Writer = (props: { of: CheckIn }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const by = () => toFilledInBy(copy(), props.of, plan, (who) => toPaperWithin(copy(), who, plan.members()))
  return <Show when={by()}>{(words) => <p dir="auto">{words()}</p>}</Show>
}

/** Notes on a score, and topics to talk about. */
const Notes = (props: { spokes: readonly Spoke[]; of: CheckIn }) => {
  const copy = usePlanCopy()
  const noteOf = (spoke: Spoke) => props.of.topics[spoke.id as Topic].note
  return (
    <ul class="pp-points pp-notes">
      <For each={props.spokes.filter((spoke) => spoke.talkAbout || noteOf(spoke) !== '')}>
        {(spoke) => (
          <li dir="auto">
            {spoke.name}: <Show when={spoke.talkAbout}>{copy().wheel.talkAbout}. </Show>
            <Show when={noteOf(spoke)}>{(note) => <>“{note()}”</>}</Show>
          </li>
        )}
      </For>
    </ul>
  )
}

/** To be filled in with a pen: without any score. */
export const EmptyWheel = () => {
  const copy = usePlanCopy()
  const partNames = usePartNames()
  return (
    <div class="pp-wheel">
      <WheelPicture
        label={partNames().wheel}
        spokes={toSpokes(copy(), null)}
        legend={{ now: '', talkAbout: copy().wheel.talkAbout, scale: copy().wheel.scale }}
      />
      <p>{copy().takeOut.paper.dots}</p>
    </div>
  )
}
