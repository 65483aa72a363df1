/** Plans in which the searched words stand, with the places, below those that are called so. */
import { For, Show, createMemo } from 'solid-js'
import { toTitle } from '#wording/names.ts'
import type { Passage } from '#domain/search/passages.ts'
import { paths, toHref } from '#reactive/paths.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { usePlans } from '#reactive/use-plans.ts'
import { ForId } from '#ui/for-id.tsx'
import type { HomeView } from './find-plans.ts'
import { findWords, type FoundPlace, isWords } from './find-words.ts'
import { usePlanWords } from './use-plan-words.ts'
import './found-words.css'

const pathTo = (plan: WorkspaceId, { part, thing }: Passage): string => {
  if (thing === null) return paths[part](plan)
  return part === 'goals' ? paths.goal(plan, thing) : paths.conversation(plan, thing)
}

export const FoundWords = (props: { search: string; view: HomeView }) => {
  const copy = useFirstCopy()
  const plans = usePlans()
  const words = () => copy().worker.find.within
  const { read, reading } = usePlanWords(() => isWords(props.search))
  const found = createMemo(() => findWords(plans(), read(), props.search, props.view))
  return (
    <Show when={isWords(props.search)}>
      <div class="fw">
        <p class="soft" role="status">
          {found().length > 0 ? words().found(found().length) : reading() ? '' : words().none}
        </p>
        <Show when={found().length > 0}>
          <ul class="hm-plans">
            <ForId each={found()} by={({ plan }) => plan.id}>
              {(each) => (
                <li class="hm-plan">
                  <div class="hm-words">
                    <h2>
                      <a class="hm-link" href={toHref(paths.plan(each().plan.id))} dir="auto" translate="no">
                        {toTitle(copy(), each().plan.title)}
                      </a>
                    </h2>
                    <For each={each().places}>{(place) => <Place plan={each().plan.id} place={place} />}</For>
                  </div>
                </li>
              )}
            </ForId>
          </ul>
        </Show>
      </div>
    </Show>
  )
}

const Place = (props: { plan: WorkspaceId; place: FoundPlace }) => {
  const copy = useFirstCopy()
  const passage = () => props.place.passage
  return (
    <div class="fw-place">
      <a class="hm-look" href={toHref(pathTo(props.plan, passage()))}>
        {copy().overview.short[passage().part]}
      </a>
      <p dir="auto" translate="no">
        {props.place.found.before}
        <mark>{props.place.found.word}</mark>
        {props.place.found.after}
      </p>
    </div>
  )
}
