/** The plan as a whole: each part a card with one link. An empty plan guides to a first small step (product.md, rule 1). */
import { createSignal, For, Show } from 'solid-js'
import { toNameWithin } from '#wording/names.ts'
import { toNewsLine } from '#wording/news.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useBeginning } from '#reactive/use-beginning.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSectionName, useSections } from '#reactive/use-sections.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ForId } from '#ui/for-id.tsx'
import { LinkedLine } from '#ui/linked-line.tsx'
import { Screen } from '#ui/screen.tsx'
import { Arrange } from './arrange.tsx'
import { Begin, isEmpty } from './begin.tsx'
import { CardOffer } from './card-offer.tsx'
import { Part } from './parts.tsx'
import { PlanNotes } from './plan-notes.tsx'
import './overview.css'

export const OverviewScreen = () => {
  const copy = usePlanCopy()
  const [arranging, setArranging] = createSignal(false)
  return (
    <Show
      when={arranging()}
      fallback={
        <Screen title={copy().plan.overview} lead={copy().overview.lead}>
          <Parts onArrange={() => setArranging(true)} />
        </Screen>
      }
    >
      <Screen title={copy().overview.arrange.title} lead={copy().overview.arrange.lead}>
        <Arrange onDone={() => setArranging(false)} />
      </Screen>
    </Show>
  )
}

const Parts = (props: { onArrange: () => void }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const sections = useSections()
  const nameOf = useSectionName()
  const { begun, toPiece } = useBeginning()
  const mayWrite = () => plan.role() !== 'reader'
  /** An empty plan shows only how to begin, and who takes part. */
  const shown = () =>
    sections().filter(({ id, hidden }) => !hidden && (id === 'people' || !mayWrite() || !isEmpty(begun())))
  const hidden = () => sections().filter((section) => section.hidden)
  return (
    <>
      <Show when={mayWrite()}>
        <Begin begun={begun()} to={toPiece} />
      </Show>
      <News />
      <Show when={mayWrite()}>
        <CardOffer hasContent={!isEmpty(begun())} />
      </Show>
      <div class="ov-parts">
        <ForId each={shown()} by={(section) => section.id}>
          {(section) => (
            <Card title={nameOf(section())}>
              <Part name={section().id} />
              <a class="ov-go" href={toHref(paths[section().id](plan.id))}>
                {copy().overview.go(nameOf(section()))}
              </a>
            </Card>
          )}
        </ForId>
        <Show when={hidden().length > 0}>
          <Card title={copy().overview.hidden}>
            <For each={hidden()}>
              {(section) => (
                <a class="ov-go" href={toHref(paths[section.id](plan.id))}>
                  {copy().overview.go(nameOf(section))}
                </a>
              )}
            </For>
          </Card>
        </Show>
        <Show when={!plan.practice}>
          <PlanNotes />
        </Show>
      </div>
      <Show when={mayWrite()}>
        <Button onClick={() => props.onArrange()}>{copy().overview.arrange.go}</Button>
      </Show>
      <Show when={!isEmpty(begun())}>
        <a class="ov-go" href={toHref(paths.takeOut(plan.id))}>
          {copy().overview.takeOut}
        </a>
      </Show>
    </>
  )
}

/** Who changed which parts; without my own changes. */
const News = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const sections = useSections()
  /** By the plan's own name, where a part has one. */
  const titleOf = (part: string): string => sections().find(({ id }) => id === part)?.title ?? ''
  return (
    <Show when={plan.news().length > 0}>
      <Card tone="soft" title={copy().overview.news}>
        <ul class="ov-list">
          <For each={plan.news()}>
            {({ person, name, parts }) => (
              <li dir="auto">
                <p>
                  <LinkedLine
                    pieces={toNewsLine(copy(), {
                      name: toNameWithin(copy(), plan.members().find((member) => member.person === person) ?? { name }),
                      parts: parts.map((of) => ({ ...of, title: titleOf(of.part) })),
                    }).map(({ text, part }) => ({ text, href: part && toHref(paths[part](plan.id)) }))}
                  />
                </p>
              </li>
            )}
          </For>
        </ul>
        <a class="ov-go" href={toHref(paths.changes(plan.id))}>
          {copy().history.news.all}
        </a>
      </Card>
    </Show>
  )
}
