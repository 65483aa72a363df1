/**
 * The steps of one goal: tick, what, who, by when, how. With `whole`, on the goal's own screen, they can be edited and
 * moved. A goal without steps suggests what could come next.
 */
import { createMemo, createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import type { Goal } from '#domain/goals/goals.ts'
import { showAgain } from '#domain/document/aside.ts'
import { moveAfter } from '#domain/document/order.ts'
import { addStep, setStep, type Step } from '#domain/goals/steps.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { createSome } from '#reactive/use-some.ts'
import { AddLine } from '#ui/add-line.tsx'
import { Button } from '#ui/button.tsx'
import { Dotted } from '#ui/dotted.tsx'
import { createHeldRow, HeldNotice, LeftRow } from '#ui/held-row.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { SortableList } from '#ui/sortable.tsx'
import { StepConflicts } from './conflicts.tsx'
import { StepFields } from './step-fields.tsx'
import { useGoalQuestions } from './use-goal-questions.ts'
import { endOf, isDone, useGoalWords } from './use-goal-words.ts'

/** In characters; one sentence. */
export const LINE_LIMIT = 200

export const StepList = (props: { goal: Goal; whole?: boolean }) => {
  const { copy, plan, randomness, mayWrite, whatOf } = useGoalWords()
  const asked = useGoalQuestions()
  const [opened, setOpened] = createSignal<EntityId | null>(null)
  /** Of the one that was just added, what to do is known. */
  const [added, setAdded] = createSignal<EntityId | null>(null)
  const { isShown, isLeft, hold, leave } = createHeldRow()
  const steps = () => props.goal.steps.filter(isShown)
  const some = createSome(steps)
  return (
    <>
      <Show when={steps().length === 0 && endOf(props.goal) === null}>
        <p>{asked().noSteps}</p>
      </Show>
      <SortableList
        each={some.shown()}
        name={whatOf}
        words={copy().goals.move}
        fixed={!mayWrite() || !props.whole}
        onMove={(id, after) => moveAfter(plan.doc, 'step', id as EntityId, steps(), after, randomness)}
      >
        {(step, move) => (
          <StepRow
            step={step()}
            move={move}
            changeable={mayWrite() && (props.whole ?? false)}
            open={opened() === step().id}
            isNew={added() === step().id}
            onHold={() => hold(step())}
            left={isLeft(step())}
            onAside={() => {
              setOpened(null)
              leave(step())
            }}
            onOpen={(open) => {
              setAdded(null)
              setOpened(open ? step().id : null)
            }}
          />
        )}
      </SortableList>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
      <Show when={mayWrite() && endOf(props.goal) === null}>
        <AddLine
          add={copy().goals.addStep}
          field={`goal/${props.goal.id}/step`}
          label={asked().step}
          words={copy().goals}
          limit={LINE_LIMIT}
          main={(props.whole ?? false) && opened() === null}
          onAsk={() => setOpened(null)}
          onAdd={(what) => {
            setOpened(setAdded(addStep(plan.doc, props.goal.id, { what, status: 'not-started' }, randomness)))
            // The other fields push the button out of view: the focus goes to them.
            queueMicrotask(() => document.querySelector<HTMLElement>('.go-step [aria-expanded=true]')?.focus())
          }}
        />
      </Show>
    </>
  )
}

const StepRow = (props: {
  step: Step
  move: () => JSX.Element
  changeable: boolean
  open: boolean
  isNew: boolean
  onHold: () => void
  left: boolean
  onAside: () => void
  onOpen: (open: boolean) => void
}) => {
  const { copy, plan, randomness, mayWrite, whatOf, about, heldText } = useGoalWords()
  const id = createUniqueId()
  let change: HTMLButtonElement | undefined
  const isTicked = createMemo(() => isDone(props.step))
  const back = () => showAgain(plan.doc, 'step', props.step.id, randomness)
  const tick = (done: boolean) =>
    setStep(plan.doc, props.step.id, { status: done ? 'completed' : 'not-started' }, randomness)
  return (
    <div class="go-step" data-place={`step:${props.step.id}`} onFocusIn={() => props.onHold()}>
      <LeftRow
        left={props.left}
        text={copy().goals.aside.gone(whatOf(props.step))}
        back={copy().goals.aside.back}
        onBack={back}
      >
        <label class="go-tick">
          <input
            type="checkbox"
            class="go-box"
            aria-label={copy().goals.stepDone(whatOf(props.step))}
            aria-describedby={id}
            checked={isTicked()}
            disabled={!mayWrite()}
            onChange={(event) => tick(event.currentTarget.checked)}
          />
        </label>
        <div class="go-words">
          <p class="go-what" classList={{ 'go-done': isDone(props.step) }} dir="auto" translate="no">
            {whatOf(props.step)}
          </p>
          <p class="soft" id={id} dir="auto">
            <Dotted texts={about(props.step)} />
          </p>
          <HeldNotice text={heldText(props.step.aside)} back={copy().goals.aside.back} onBack={back} />
          <StepConflicts step={props.step} />
          <Show when={props.changeable}>
            <div class="go-quiet">
              <Button
                look="quiet"
                ref={change}
                icon="story"
                aria-label={copy().goals.changeOf(whatOf(props.step))}
                aria-expanded={props.open}
                onClick={() => props.onOpen(!props.open)}
              >
                {copy().goals.change}
              </Button>
            </div>
          </Show>
          {props.move()}
          <Show when={props.open && mayWrite()}>
            <StepFields
              step={props.step}
              isNew={props.isNew}
              onAside={props.onAside}
              onReady={() => {
                props.onOpen(false)
                change?.focus()
              }}
            />
          </Show>
        </div>
      </LeftRow>
    </div>
  )
}
