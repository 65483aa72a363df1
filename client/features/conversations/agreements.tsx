/** The agreements of a conversation. An agreement is a step under a goal, and is created as one. */
import { createSignal, For, Show } from 'solid-js'
import { toStepWords } from '#wording/step-words.ts'
import { toName } from '#wording/names.ts'
import { CONTACT_FORMS, oneOf } from '#domain/document/choices.ts'
import type { Conversation } from '#domain/conversations/conversations.ts'
import { parseWhen } from '#domain/document/when.ts'
import { parseEntityId } from '#domain/document/entity-id.ts'
import { sameList } from '#domain/document/memoize.ts'
import { addGoal, goalsOf } from '#domain/goals/goals.ts'
import { addStep } from '#domain/goals/steps.ts'
import { WRITTEN_LIMIT } from '#editor/shared-text.tsx'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ChooseOne } from '#ui/chips.tsx'
import { createChoiceDraft, createDraft, type Draft } from '#ui/draft.ts'
import { Dotted } from '#ui/dotted.tsx'
import { Fold } from '#ui/fold.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WhenField } from '#ui/when-field.tsx'
import { isOpen } from '#wording/conversation-words.ts'

export const Agreements = (props: { conversation: Conversation; readOnly?: boolean }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const goals = usePlanState(goalsOf)
  const agreed = () =>
    goals().flatMap(({ title, steps }) =>
      steps
        .filter((step) => step.conversation === props.conversation.id && step.aside === null)
        .map((step) => ({ step, title })),
    )
  const none = () =>
    props.conversation.held ? copy().conversations.noAgreementsMade : copy().conversations.noAgreements
  return (
    <Card title={copy().conversations.agreements}>
      <ul class="cv-list">
        <For each={agreed()} fallback={<li class="soft">{none()}</li>}>
          {({ step, title }) => (
            <li>
              <p dir="auto">{copy().conversations.stepItem(step.what, title)}</p>
              <p class="soft" dir="auto">
                <Dotted texts={toStepWords(copy(), step, plan.members(), platform.now())} />
              </p>
            </li>
          )}
        </For>
      </ul>
      <Show when={!props.readOnly}>
        <Fold title={copy().conversations.make}>
          <Agree conversation={props.conversation} />
        </Fold>
      </Show>
    </Card>
  )
}

/** The value for a goal that does not exist yet. */
const NEW = 'new'

const Agree = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const words = () => copy().conversations
  const goals = usePlanState((state) => goalsOf(state).filter(isOpen), sameList)
  const field = (name: string) => (): string => `conversation/${props.conversation.id}/agreement/${name}`
  const what = createDraft(field('what'), { limit: WRITTEN_LIMIT })
  const title = createDraft(field('title'), { limit: WRITTEN_LIMIT })
  const [chosen, choose, clearGoal] = createChoiceDraft(field('goal'))
  const [who, setWho, clearWho] = createChoiceDraft(field('who'))
  const [day, setDay, clearDay] = createChoiceDraft(field('day'))
  const [time, setTime, clearTime] = createChoiceDraft(field('time'))
  const [form, setForm, clearForm] = createChoiceDraft(field('form'))
  /** Of the agreement before: the next one is often under the same. */
  const [last, setLast] = createSignal<string | null>(null)
  const clear = (): void => {
    for (const one of [what.clear, title.clear, clearGoal, clearWho, clearDay, clearTime, clearForm]) one()
  }
  /** One form is found and thrown away as one. */
  const asOne: Draft = { ...what, clear }
  const titleOfOne: Draft = { ...title, clear, isFound: () => title.isFound() && !what.isFound() }
  const [tried, setTried] = createSignal(false)
  const [kept, setKept] = createSignal(false)
  const known = (id: string | null): string | null => (id === NEW || goals().some((each) => each.id === id) ? id : null)
  /** A new goal when there is none to choose. */
  const goal = () =>
    known(chosen()) ??
    known(last()) ??
    (goals().length === 0 ? NEW : goals().length === 1 ? (goals()[0]?.id ?? NEW) : null)
  const hasGoal = () => (goal() === NEW ? title.text().trim() !== '' : goal() !== null)

  const keep = (): void => {
    setTried(true)
    setKept(false)
    if (what.text().trim() === '' || !hasGoal()) return
    const under =
      (goal() === NEW ? null : parseEntityId(goal())) ?? addGoal(plan.doc, { title: title.text().trim() }, platform)
    const [when, how] = [parseWhen(day() ?? '', time() ?? ''), oneOf(CONTACT_FORMS)(form())]
    const person = plan.members().find((member) => member.person === who())?.person
    addStep(
      plan.doc,
      under,
      {
        what: what.text().trim(),
        conversation: props.conversation.id,
        status: 'not-started',
        ...(person === undefined ? {} : { who: { person } }),
        ...(when === null ? {} : { when }),
        ...(how === null ? {} : { form: how }),
      },
      platform,
    )
    clear()
    setLast(under)
    setTried(false)
    setKept(true)
  }

  return (
    <Form onSubmit={keep}>
      <p class="soft">{words().agreementsText}</p>
      <TextField
        label={words().what}
        draft={asOne}
        error={tried() && what.text().trim() === '' ? words().whatMissing : undefined}
      />
      <Show when={goals().length > 0}>
        <ChooseOne
          legend={words().goal}
          chips={[
            ...goals().map((each) => ({ value: each.id as string, label: each.title })),
            { value: NEW, label: words().newGoal },
          ]}
          value={goal()}
          onChoose={choose}
        />
      </Show>
      <Show when={goal() === NEW}>
        <TextField label={words().newGoalName} draft={titleOfOne} />
      </Show>
      <Show when={tried() && !hasGoal()}>
        <p class="tf-error" role="alert">
          {words().goalMissing}
        </p>
      </Show>
      <ChooseOne
        legend={words().who}
        chips={plan.members().map((member) => ({ value: member.person as string, label: toName(copy(), member) }))}
        value={who()}
        onChoose={setWho}
      />
      <WhenField
        label={words().by}
        timeLabel={words().time}
        day={day() ?? ''}
        time={time() ?? ''}
        onChoose={(newDay, newTime) => {
          setDay(newDay)
          setTime(newTime)
        }}
      />
      <ChooseOne
        legend={words().how}
        chips={CONTACT_FORMS.map((each) => ({ value: each, label: words().forms[each] }))}
        value={oneOf(CONTACT_FORMS)(form())}
        onChoose={setForm}
      />
      <Button type="submit">{words().agree}</Button>
      <p role="status">{kept() ? words().agreed : ''}</p>
    </Form>
  )
}
