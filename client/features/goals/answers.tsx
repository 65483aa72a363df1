/**
 * Each person's answer to a goal: agreed, or seen and not agreed, with words. An answer written down for another person
 * names its writer.
 */
import { createSignal, For, Show } from 'solid-js'
import { ANSWER_LIMIT, type Answer, type AnswerChoice, setAnswer, writeDownAnswer } from '#domain/goals/answers.ts'
import type { Goal } from '#domain/goals/goals.ts'
import type { Hand } from '#domain/plan/hands.ts'
import type { Who } from '#domain/plan/who.ts'
import { createSome } from '#reactive/use-some.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ChooseOne } from '#ui/chips.tsx'
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
  const mine = () => all().find(({ own, by }) => own && by === plan.me)
  const save = (answer: Given | null) => setAnswer(plan.doc, props.goal.id, { person: plan.me }, answer, randomness)
  const writeDown = (who: Who, answer: Given) => writeDownAnswer(plan.doc, props.goal.id, who, answer, plan, randomness)
  return (
    <Card title={copy().goals.answers.title}>
      <Show when={props.goal.answers.length === 0}>
        <p class="soft">{copy().goals.answers.none}</p>
      </Show>
      <ul class="go-part">
        <For each={some.shown()}>{(answer) => <AnswerRow answer={answer} />}</For>
      </ul>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
      <Show when={mayWrite()}>
        <AnswerForm legend={copy().goals.answers.mine} given={mine()} onSave={save} onTakeBack={() => save(null)} />
        <Fold title={copy().goals.answers.forOther}>
          <ForOther onSave={writeDown} />
        </Fold>
      </Show>
    </Card>
  )
}

const AnswerRow = (props: { answer: Answer & Hand }) => {
  const { answerWords, writtenBy } = useGoalWords()
  return (
    <li>
      <p
        class="go-chip"
        classList={{ 'go-chip-soft': props.answer.answer === 'agree', 'go-chip-warm': props.answer.answer !== 'agree' }}
        dir="auto"
      >
        {answerWords(props.answer)}
      </p>
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

const AnswerForm = (props: {
  legend: string
  given?: Given | undefined
  onSave: (answer: Given) => void
  onTakeBack?: () => void
}) => {
  const { copy } = useGoalWords()
  const [answer, setChoice] = createSignal<AnswerChoice | null>(props.given?.answer ?? null)
  const [words, setWords] = createSignal(props.given?.words ?? '')
  const [missing, setMissing] = createSignal(false)
  const save = (): void => {
    const chosen = answer()
    setMissing(chosen === null)
    if (chosen !== null) props.onSave({ answer: chosen, words: words().trim() })
  }
  const choices = ['agree', 'disagree'] as const
  return (
    <Form onSubmit={save}>
      <ChooseOne
        legend={props.legend}
        chips={choices.map((value) => ({ value, label: copy().goals.answers.choices[value] }))}
        value={answer()}
        onChoose={setChoice}
      />
      <TextField
        label={copy().goals.answers.words}
        aside={copy().general.notNeeded}
        value={words()}
        maxLength={ANSWER_LIMIT}
        error={missing() ? copy().goals.answers.missing : undefined}
        onInput={setWords}
      />
      <div class="go-actions">
        <Button type="submit">{copy().goals.save}</Button>
        <Show when={props.given && props.onTakeBack}>
          {(takeBack) => (
            <Button
              look="quiet"
              onClick={() => {
                setChoice(null)
                setWords('')
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

const ForOther = (props: { onSave: (who: Who, answer: Given) => void }) => {
  const { copy } = useGoalWords()
  const [who, setWho] = createSignal<Who | null>(null)
  const [missing, setMissing] = createSignal(false)
  return (
    <div class="go-fields">
      <WhoChoice legend={copy().goals.answers.who} who={who()} withoutMe onChoose={setWho} />
      <Show when={missing() && who() === null}>
        <p class="tf-error" role="alert">
          {copy().goals.answers.missingWho}
        </p>
      </Show>
      <AnswerForm
        legend={copy().goals.answers.theirs}
        onSave={(answer) => {
          const chosen = who()
          setMissing(chosen === null)
          if (chosen !== null) props.onSave(chosen, answer)
        }}
      />
    </div>
  )
}
