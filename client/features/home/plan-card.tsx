/** One plan on the home screen: the whole card is the link. */
import { For, Show } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { toNameAtStart, toNameWithin, toTitle } from '#wording/names.ts'
import { toNewcomersLine } from '#wording/newcomers.ts'
import { takenFrom, toNewsLines, toTakenLines } from '#wording/news.ts'
import type { PlanSummary } from '#ports/device.ts'
import { askPutBack } from '#reactive/asked-put-back.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { AvatarGroup } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { LinkedLine } from '#ui/linked-line.tsx'
import { isWaiting } from './is-waiting.ts'
import { PlanNext } from './plan-next.tsx'

/** News of this many people is shown; of more only the number. In a list of many plans a row stays low. */
const MAX_NEWS = 3
const MAX_NEWS_OF_MANY = 1

export const PlanCard = (props: { plan: PlanSummary; many: boolean }) => {
  const most = () => (props.many ? MAX_NEWS_OF_MANY : MAX_NEWS)
  const copy = useFirstCopy()
  const platform = usePlatform()
  const renewed = () => (props.plan.circle?.renewed ?? []).map((name) => toNameAtStart(copy(), name))
  /** Of a plan in which I take no part, nothing about who does is known. */
  const circle = () => (props.plan.circle?.ended ? null : props.plan.circle)
  const newcomers = () => circle()?.newcomers ?? []
  const gone = () => circle()?.gone ?? []
  const navigate = useNavigate()
  const putBack = (from: number): void => {
    askPutBack(props.plan.id, from, platform.now())
    navigate(paths.plan(props.plan.id))
  }
  const names = () => props.plan.people.map((person) => toNameWithin(copy(), person))

  return (
    <li class="hm-plan">
      <div class="hm-words">
        <h2>
          <a class="hm-link" href={toHref(paths.plan(props.plan.id))} dir="auto" translate="no">
            {props.plan.coming !== undefined && props.plan.title === ''
              ? copy().restore.coming
              : toTitle(copy(), props.plan.title)}
          </a>
        </h2>
        <Show
          when={props.plan.coming}
          fallback={<p class="soft hm-opened">{copy().home.opened(props.plan.openedAt, platform.now())}</p>}
        >
          <Show when={props.plan.title !== ''}>
            <p class="soft">{copy().restore.rest}</p>
          </Show>
        </Show>
        <Show when={props.plan.coming === undefined || names().length > 0}>
          <p class="soft">{names().length > 0 ? copy().home.people(names()) : copy().home.onlyMe}</p>
        </Show>
      </div>
      <AvatarGroup faces={props.plan.people} />
      <PlanNext plan={props.plan} />
      <div class="hm-fresh">
        <Show when={renewed().length > 0}>
          <div class="hm-news">
            <strong dir="auto">{copy().newCard.renewed(renewed())}</strong>
          </div>
        </Show>
        <Show when={newcomers().length > 0}>
          <div class="hm-news">
            <strong>{toNewcomersLine(copy(), newcomers())}</strong>
            <p>
              <a class="hm-way" href={toHref(paths.people(props.plan.id))}>
                {props.plan.circle?.mayRemove ? copy().circle.newcomers.remove : copy().circle.newcomers.ask}
              </a>
            </p>
          </div>
        </Show>
        <Show when={gone().length > 0}>
          <div class="hm-news">
            <strong>{toNewcomersLine(copy(), gone(), copy().circle.gone)}</strong>
          </div>
        </Show>
        <Show when={props.plan.news.length > 0}>
          <div class="hm-news">
            <strong class="hm-new">{copy().worker.news.heading}</strong>
            <For each={props.plan.news.slice(0, most())}>
              {(news) => (
                <>
                  <For each={toTakenLines(copy(), news)}>
                    {(line) => (
                      <p dir="auto">
                        {line}{' '}
                        <a class="hm-look" href={toHref(paths.taken(props.plan.id, takenFrom(news)))}>
                          {copy().history.news.look}
                        </a>
                      </p>
                    )}
                  </For>
                  <Show
                    when={news.parts.some(({ taken }) => taken) && circle() !== null && circle()?.role !== 'reader'}
                  >
                    <div class="hm-back">
                      <Button icon="undo" onClick={() => putBack(takenFrom(news))}>
                        {copy().history.news.back}
                      </Button>
                    </div>
                  </Show>
                  <p dir="auto">
                    <For each={toNewsLines(copy(), news)}>
                      {(pieces) => (
                        <>
                          <LinkedLine
                            pieces={pieces.map(({ text, part }) => ({
                              text,
                              href: part && toHref(paths[part](props.plan.id)),
                            }))}
                          />{' '}
                        </>
                      )}
                    </For>
                    <Show when={news.at}>
                      {(at) => <span class="soft">{copy().worker.news.ago(at(), platform.now())}</span>}
                    </Show>
                  </p>
                </>
              )}
            </For>
            <Show when={props.plan.news.length > most()}>
              <p>{copy().worker.news.others(props.plan.news.length - most())}</p>
            </Show>
          </div>
        </Show>
        <Show when={props.plan.circle?.ended}>{(how) => <p class="hm-chip">{copy().circle.endedChip[how()]}</p>}</Show>
        <Show when={isWaiting(props.plan)}>
          <p class="hm-chip">{copy().home.unshared}</p>
        </Show>
      </div>
    </li>
  )
}
