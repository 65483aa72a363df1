/** The plan on paper (product.md, rule 9): the printer's output, whichever screen of the plan is open. */
import { For, Show, createSignal, onCleanup, onMount } from 'solid-js'
import { toPaperName } from '#wording/names.ts'
import { toPlanWords } from '#wording/plan-words.ts'
import { readPlanParts } from '#domain/exchange/plan-text.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanTitle } from '#reactive/use-plan-title.ts'
import { useWhosePlan } from '#reactive/use-whose-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTimes } from '#reactive/use-times.ts'
import { PaperPart } from './paper-part.tsx'
import { isEmpty, shorten } from './paper-short.ts'
import './paper.css'

export const Paper = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const whose = useWhosePlan()
  const title = usePlanTitle()
  const platform = usePlatform()
  const times = useTimes()
  // Rendered when printing begins, not at every keystroke; removed afterwards.
  const [printedAt, setPrintedAt] = createSignal<number | null>(null)
  const lay = () => setPrintedAt(platform.now())
  const take = () => setPrintedAt(null)
  onMount(() => {
    window.addEventListener('beforeprint', lay)
    window.addEventListener('afterprint', take)
  })
  onCleanup(() => {
    window.removeEventListener('beforeprint', lay)
    window.removeEventListener('afterprint', take)
  })
  // Members are at the top; parts hidden in this plan stay hidden.
  const parts = () =>
    shorten(
      readPlanParts(plan.doc, toPlanWords(copy(), plan.members(), plan, whose()), { extent: 'now', ...times() }).filter(
        ({ id, hidden }) => id !== 'people' && !hidden,
      ),
      copy().takeOut.paper,
    )

  /** Nobody reads on their own paper that they have no name. */
  const people = () => plan.members().filter(({ name }) => name !== '' || plan.members().length > 1)
  return (
    <Show when={printedAt()}>
      {(at) => (
        <article class="pp only-print">
          <h1 dir="auto" translate="no">
            {title()}
          </h1>
          <p class="pp-when">{copy().paper.printedOn(at())}</p>
          <ul class="pp-people" aria-label={copy().paper.people}>
            {/* Without "you": somebody else reads the paper. */}
            <For each={people()}>
              {(member) => (
                <li>
                  <bdi>{toPaperName(copy(), member, plan.members())}</bdi> · {copy().roles[member.role]}
                </li>
              )}
            </For>
          </ul>
          <Show when={parts().some(isEmpty)}>
            <p class="pp-fill">{copy().takeOut.paper.fill}</p>
          </Show>
          <For each={parts()}>{(part) => <PaperPart part={part} />}</For>
        </article>
      )}
    </Show>
  )
}
