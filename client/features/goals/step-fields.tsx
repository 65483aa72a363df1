/** All fields of one step: what and by when visible; who, how and the status folded away. */
import { onMount, Show } from 'solid-js'
import { setAside } from '#domain/document/aside.ts'
import { CONTACT_FORMS, STEP_STATUSES } from '#domain/document/choices.ts'
import { clockOf } from '#domain/document/days.ts'
import { parseWhen } from '#domain/document/when.ts'
import { setStep, type Step, type StepValues } from '#domain/goals/steps.ts'
import { useCalendar } from '#reactive/use-calendar.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { Button } from '#ui/button.tsx'
import { ChooseOne } from '#ui/chips.tsx'
import { Fold } from '#ui/fold.tsx'
import { ToCalendar } from '#ui/to-calendar.tsx'
import { WhenField } from '#ui/when-field.tsx'
import { useGoalQuestions } from './use-goal-questions.ts'
import { only, useGoalWords } from './use-goal-words.ts'
import { WhoChoice } from './who-choice.tsx'

/** `isNew`: what to do was just written, and stands above. */
export const StepFields = (props: { step: Step; isNew: boolean; onAside: () => void; onReady: () => void }) => {
  const { copy, plan, randomness, whatOf, now, formName, statusName } = useGoalWords()
  const calendar = useCalendar()
  const asked = useGoalQuestions()
  const set = (values: StepValues) => setStep(plan.doc, props.step.id, values, randomness)
  let fields!: HTMLDivElement
  onMount(() => fields.scrollIntoView({ block: 'nearest' }))
  return (
    <div class="go-fields" ref={fields}>
      <Show when={!props.isNew}>
        <SharedText doc={plan.doc} kind="step" id={props.step.id} field="what" label={asked().step} single />
      </Show>
      <StepWhen step={props.step} onSet={set} />
      <div class="go-actions">
        <Button look="main" onClick={() => props.onReady()}>
          {copy().goals.ready}
        </Button>
      </div>
      <Fold title={copy().goals.more}>
        <div class="go-fields">
          <WhoChoice
            field={`step/${props.step.id}/who`}
            legend={copy().goals.fields.who}
            who={only(props.step.who)}
            onChoose={(who) => set({ who })}
          />
          <ChooseOne
            legend={copy().goals.fields.form}
            chips={CONTACT_FORMS.map((value) => ({ value, label: formName(value) }))}
            value={only(props.step.form)}
            onChoose={(form) => set({ form })}
          />
          <ChooseOne
            legend={copy().goals.fields.status}
            chips={STEP_STATUSES.map((value) => ({ value, label: statusName(value) }))}
            value={only(props.step.status)}
            onChoose={(status) => set({ status })}
          />
          <Show when={calendar.ofSteps([props.step]).length > 0}>
            <ToCalendar
              label={copy().goals.calendar.one}
              name={copy().goals.calendar.oneOf(whatOf(props.step))}
              words={copy().goals.calendar}
              onSave={() => calendar.save(calendar.ofSteps([props.step]))}
            />
          </Show>
          <div class="go-actions">
            <Button
              look="quiet"
              icon="archive"
              aria-label={copy().goals.aside.goOf(whatOf(props.step))}
              onClick={() => {
                props.onAside()
                setAside(plan.doc, 'step', props.step.id, now(), randomness)
              }}
            >
              {copy().goals.aside.go}
            </Button>
          </div>
        </div>
      </Fold>
    </div>
  )
}

const StepWhen = (props: { step: Step; onSet: (values: StepValues) => void }) => {
  const { copy } = useGoalWords()
  const when = () => only(props.step.when)
  const clock = () => {
    const time = when()?.time ?? null
    return time === null ? '' : clockOf(time)
  }
  return (
    <div class="go-day">
      <WhenField
        label={copy().goals.fields.when}
        timeLabel={copy().goals.time}
        day={when()?.day ?? ''}
        time={clock()}
        onChoose={(day, time) => props.onSet({ when: parseWhen(day, time) })}
      />
      <Show when={props.step.when.length > 0}>
        <Button look="quiet" onClick={() => props.onSet({ when: null })}>
          {copy().goals.clearDay}
        </Button>
      </Show>
    </div>
  )
}
