/**
 * Each person's answer to a goal: agreed, or seen and not agreed, with words. An answer written down for another person
 * names its writer.
 */
import { createSignal, For, Show } from 'solid-js'
import { ANSWER_LIMIT, type Answer, type AnswerChoice, setAnswer, writeDownAnswer } from '#domain/goals/answers.ts'
import type { Goal } from '#domain/goals/goals.ts'
import type { Hand } from '#domain/plan/hands.ts'
import { parseWho, type Who } from '#domain/plan/who.ts'
import { createSome } from '#reactive/use-some.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ChooseOne } from '#ui/chips.tsx'
import { createChoiceDraft, createDraft } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { Form } from '#ui/form.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useGoalWords } from './use-goal-words.ts'
import { WhoChoice } from './who-choice.tsx'

export const Answers = (props: { goal: Goal }) => {
  const { copy, plan, randomness, mayWrite, heard } = useGoalWords()
  const all = () => heard(props.goal.answers)
  const some = createSome(all)
  /** Alone, there is nobody to hear from. */
  const isAlone = () => plan.members().length < 2 && all().every(({ own, by }) => own && by === plan.me)
  const mine = () => all().find(({ own, by }) => own && by === plan.me)
  const save = (answer: Given | null): void =>
    setAnswer(plan.doc, props.goal.id, { person: plan.me }, answer, randomness)
  const writeDown = (who: Who, answer: Given) => writeDownAnswer(plan.doc, props.goal.id, who, answer, plan, randomness)
  return (
    <Card title={isAlone() ? copy().goals.answers.aloneTitle : copy().goals.answers.title}>
      <Show when={props.goal.answers.length === 0 && !isAlone()}>
        <p class="soft">{copy().goals.answers.none}</p>
      </Show>
      <ul class="go-part">
        <For each={some.shown()}>{(answer) => <AnswerRow answer={answer} goal={props.goal} />}</For>
      </ul>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
      <Show when={mayWrite()}>
        <Fold title={mine() === undefined ? copy().goals.answers.say : copy().goals.answers.sayElse}>
          <AnswerForm
            field={`answer/${props.goal.id}`}
            legend={copy().goals.answers.mine}
            given={mine()}
            onSave={(answer) => (save(answer), true)}
            onTakeBack={() => save(null)}
          />
        </Fold>
        <Fold title={copy().goals.answers.forOther}>
          <ForOther field={`answer/${props.goal.id}/other`} onSave={writeDown} />
        </Fold>
      </Show>
    </Card>
  )
}

const AnswerRow = (props: { answer: Answer & Hand; goal: Goal }) => {
  const { answerWords, answeredWords, writtenBy } = useGoalWords()
  return (
    <li>
      <p
        class="go-chip"
        classList={{ 'go-chip-soft': props.answer.answer === 'agree', 'go-chip-warm': props.answer.answer !== 'agree' }}
        dir="auto"
      >
        {answerWords(props.answer)}
      </p>
      <Show when={answeredWords(props.answer, props.goal)}>
        {(to) => (
          <p class="soft" dir="auto">
            {to()}
          </p>
        )}
      </Show>
      <Show when={writtenBy(props.answer)}>
        {(by) => (
          <p class="soft" dir="auto">
            {by()}
          </p>
        )}
      </Show>
    </li>
  )
}

type Given = { readonly answer: AnswerChoice; readonly words: string }
const ANSWERS = ['agree', 'disagree'] as const satisfies readonly AnswerChoice[]

const AnswerForm = (props: {
  field: string
  legend: string
  given?: Given | undefined
  /** `false`: something is missing still. */
  onSave: (answer: Given) => boolean
  onTakeBack?: () => void
}) => {
  const { copy } = useGoalWords()
  const words = createDraft(() => `${props.field}/words`, {
    limit: ANSWER_LIMIT,
    saved: () => props.given?.words ?? '',
  })
  const [chosen, choose, clearChoice] = createChoiceDraft(
    () => `${props.field}/choice`,
    () => props.given?.answer ?? null,
  )
  const answer = () => ANSWERS.find((one) => one === chosen()) ?? null
  const [missing, setMissing] = createSignal(false)
  const save = (): void => {
    const now = answer()
    setMissing(now === null)
    if (now !== null && props.onSave({ answer: now, words: words.text().trim() })) clear()
  }
  const clear = (): void => {
    words.clear()
    clearChoice()
  }
  return (
    <Form onSubmit={save}>
      <ChooseOne
        legend={props.legend}
        chips={ANSWERS.map((value) => ({ value, label: copy().goals.answers.choices[value] }))}
        value={answer()}
        onChoose={choose}
      />
      <TextField
        label={copy().goals.answers.words}
        aside={copy().general.notNeeded}
        draft={words}
        error={missing() ? copy().goals.answers.missing : undefined}
      />
      <div class="go-actions">
        <Button type="submit">{copy().goals.save}</Button>
        <Show when={props.given && props.onTakeBack}>
          {(takeBack) => (
            <Button
              look="quiet"
              onClick={() => {
                clear()
                takeBack()()
              }}
            >
              {copy().goals.answers.takeBack}
            </Button>
          )}
        </Show>
      </div>
    </Form>
  )
}

const ForOther = (props: { field: string; onSave: (who: Who, answer: Given) => void }) => {
  const { copy } = useGoalWords()
  const [chosen, choose, clear] = createChoiceDraft(() => `${props.field}/who`)
  const who = (): Who | null => parseWho({ person: chosen(), name: chosen() })
  const [missing, setMissing] = createSignal(false)
  return (
    <div class="go-fields">
      <WhoChoice
        field={`${props.field}/who`}
        legend={copy().goals.answers.who}
        who={who()}
        withoutMe
        onChoose={(one) => choose(one && ('person' in one ? one.person : one.name))}
      />
      <Show when={missing() && who() === null}>
        <p class="tf-error" role="alert">
          {copy().goals.answers.missingWho}
        </p>
      </Show>
      <AnswerForm
        field={props.field}
        legend={copy().goals.answers.theirs}
        onSave={(answer) => {
          const other = who()
          setMissing(other === null)
          if (other === null) return false
          clear()
          props.onSave(other, answer)
          return true
        }}
      />
    </div>
  )
}
