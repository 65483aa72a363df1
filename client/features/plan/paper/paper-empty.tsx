/** Empty lines for a pen, with the questions that the screen would ask. */
import { For, Match, Switch } from 'solid-js'
import { type LikedForm, LIKED_FORMS, LIKINGS } from '#domain/contact/contact.ts'
import type { SectionName } from '#domain/plan/sections.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { StepTable } from './paper-goal.tsx'
import { EmptyWheel } from './paper-wheel.tsx'

export const PaperEmpty = (props: { of: SectionName }) => {
  const copy = usePlanCopy()
  return (
    <Switch>
      <Match when={props.of === 'story'}>
        <Lines count={4} />
      </Match>
      <Match when={props.of === 'wheel'}>
        <EmptyWheel />
      </Match>
      <Match when={props.of === 'goals'}>
        <div class="pp-group">
          <For each={['title', 'why', 'start', 'wished'] as const}>
            {(name) => <Asked question={copy().goals.texts[name]} />}
          </For>
          <StepTable steps={[]} room={3} />
        </div>
      </Match>
      <Match when={props.of === 'conversations'}>
        <div class="pp-group">
          <Asked question={copy().conversations.day} />
          <Asked question={copy().conversations.form} />
          <Asked question={copy().takeOut.paper.about} />
          <Lines count={2} />
        </div>
      </Match>
      <Match when={props.of === 'contact'}>
        <ContactForm />
      </Match>
    </Switch>
  )
}

/** Boxes to tick, for one person. */
const ContactForm = () => {
  const copy = usePlanCopy()
  return (
    <div class="pp-group">
      <table class="pp-ticks">
        <tbody>
          <For each={LIKED_FORMS as readonly LikedForm[]}>
            {(form) => (
              <tr>
                <th scope="row">{copy().contact.forms[form]}</th>
                <For each={LIKINGS}>
                  {(liking) => (
                    <td>
                      <span class="pp-box" /> {copy().contact.likings[liking]}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Asked question={copy().contact.times} />
      <Asked question={copy().contact.words} />
    </div>
  )
}

const Asked = (props: { question: string }) => <p class="pp-asked">{props.question}</p>

const Lines = (props: { count: number }) => (
  <For each={Array.from({ length: props.count })}>{() => <p class="pp-line" />}</For>
)
