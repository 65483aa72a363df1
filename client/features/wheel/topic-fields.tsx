/** The fields of a topic beside its score, for all ways of filling in the wheel. */
import { Show } from 'solid-js'
import { noteOf } from '#domain/wheel/check-ins.ts'
import type { Topic } from '#domain/document/choices.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { useWheel } from './use-wheel.ts'

/** The seventh topic is named by the person who fills it in. */
export const OwnName = (props: { topic: Topic }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const wheel = useWheel()
  return (
    <Show when={props.topic === 'own'}>
      <SharedText doc={plan.doc} kind="checkIn" id={wheel.checkIn().id} field="ownTopic" label={copy().wheel.ownName} />
    </Show>
  )
}

/** `inTable`: among other topics, so that its label names the topic. */
export const TalkAndNote = (props: { topic: Topic; inTable?: boolean }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const wheel = useWheel()
  return (
    <>
      <CheckBox
        label={wheel.talkAbout()}
        checked={wheel.checkIn().topics[props.topic].talkAbout}
        onChange={(wanted) => wheel.talk(props.topic, wanted)}
      />
      <SharedText
        doc={plan.doc}
        kind="checkIn"
        id={wheel.checkIn().id}
        field={noteOf(props.topic)}
        label={props.inTable ? copy().wheel.noteOf(wheel.nameOf(props.topic)) : copy().wheel.note}
        labelHidden={props.inTable ?? false}
        placeholder={props.inTable ? copy().wheel.note : undefined}
        lines={props.inTable ? 1 : 2}
      />
    </>
  )
}
