/** All fields of one step: what and by when visible; who, how and the status folded away. */
import { createUniqueId, onMount, Show } from 'solid-js'
import { setAside } from '#domain/document/aside.ts'
import { CONTACT_FORMS, STEP_STATUSES } from '#domain/document/choices.ts'
import { parseDay } from '#domain/document/days.ts'
import { setStep, type Step, type StepValues } from '#domain/goals/steps.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { Button } from '#ui/button.tsx'
import { ChooseOne } from '#ui/chips.tsx'
import { Fold } from '#ui/fold.tsx'
import { useCalendar } from './use-calendar.ts'
import { only, useGoalWords } from './use-goal-words.ts'
import { WhoChoice } from './who-choice.tsx'

export const StepFields = (props: { step: Step; onReady: () => void }) => {
  const { copy, plan, randomness, whatOf, now, formName, statusName } = useGoalWords()
  const calendar = useCalendar()
  const set = (values: StepValues) => setStep(plan.doc, props.step.id, values, randomness)
  let fields!: HTMLDivElement
  onMount(() => fields.scrollIntoView({ block: 'nearest' }))
  return (
    <div class="go-fields" ref={fields}>
      <SharedText doc={plan.doc} kind="step" id={props.step.id} field="what" label={copy().goals.stepLabel} single />
      <DayField step={props.step} onSet={set} />
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
          <Show when={calendar.daysOf([props.step]).length > 0}>
            <div>
              <Button
                look="quiet"
                icon="calendar"
                aria-label={copy().goals.calendar.oneOf(whatOf(props.step))}
                onClick={() => calendar.save([props.step])}
              >
                {copy().goals.calendar.one}
              </Button>
              <p class="soft">{copy().goals.calendar.warning}</p>
            </div>
          </Show>
          <div class="go-actions">
            <Button
              look="quiet"
              icon="archive"
              aria-label={copy().goals.aside.goOf(whatOf(props.step))}
              onClick={() => setAside(plan.doc, 'step', props.step.id, now(), randomness)}
            >
              {copy().goals.aside.go}
            </Button>
          </div>
        </div>
      </Fold>
    </div>
  )
}

const DayField = (props: { step: Step; onSet: (values: StepValues) => void }) => {
  const { copy } = useGoalWords()
  const id = createUniqueId()
  return (
    <div class="go-day">
      <label class="tf-label" for={id}>
        {copy().goals.fields.day}
      </label>
      <div class="go-actions">
        <input
          class="tf-input go-date"
          id={id}
          type="date"
          value={only(props.step.day) ?? ''}
          onChange={(event) => props.onSet({ day: parseDay(event.currentTarget.value) })}
        />
        <Show when={props.step.day.length > 0}>
          <Button look="quiet" onClick={() => props.onSet({ day: null })}>
            {copy().goals.clearDay}
          </Button>
        </Show>
      </div>
    </div>
  )
}
