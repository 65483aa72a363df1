/** One line of the history: the sentence, what was there before and after, and its two ways on. */
import { createEffect, createSignal, createUniqueId, Match, Show, Switch } from 'solid-js'
import { readPlan } from '#domain/document/read-plan.ts'
import { isSameDay } from '#copy/format/days-and-times.ts'
import type { Line } from '#domain/history/lines.ts'
import { wholeOf } from '#domain/history/whole.ts'
import { toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useNames } from '#reactive/use-names.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { saysAll, toHistoryLine } from '#wording/history.ts'
import { Button } from '#ui/button.tsx'
import { BeforeAndAfter } from './before-and-after.tsx'
import { AsItWas } from './as-it-was.tsx'
import { toPlace } from './place-of-line.ts'
import type { PutBack } from './use-put-back.ts'

/** The acts of which the sentence does not say all. */
const SHOWN: ReadonlySet<Line['act']> = new Set([
  'wrote',
  'changed',
  'took-away',
  'put-back',
  'answered',
  'unanswered',
  'proposed',
  'withdrew',
])

/** `wanted`: an address leads to this line, which is opened. */
export const HistoryLine = (props: { line: Line; returning: PutBack; wanted: boolean }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const names = useNames()
  const [open, setOpen] = createSignal(false)
  const [then, setThen] = createSignal(false)
  createEffect(() => {
    if (props.wanted) setOpen(true)
  })
  const whole = () => wholeOf(props.line, readPlan(plan.doc))
  const [id, thenId] = [createUniqueId(), createUniqueId()]
  const words = () => copy().history
  const sentence = () => toHistoryLine(copy(), props.line, names)
  const when = () => {
    const { at, edited, certainty } = props.line
    if (certainty !== 'known') return words()[certainty]
    if (edited === null) return words().about(at)
    return isSameDay(edited, at) ? words().time(edited) : words().writtenOn(edited, platform.now())
  }
  const result = () => {
    const returned = props.returning.returned()
    return returned?.line === props.line.id ? returned.how : null
  }
  return (
    <li class="hi-line" data-place={props.wanted ? 'taken' : undefined}>
      <p class="hi-what" dir="auto">
        {sentence()}
      </p>
      <p class="soft">{when()}</p>
      <div class="hi-ways">
        <Show when={SHOWN.has(props.line.act) && props.line.details.length > 0 && !saysAll(copy(), props.line)}>
          <Button
            look="quiet"
            icon={open() ? 'up' : 'down'}
            aria-expanded={open()}
            aria-controls={open() ? id : undefined}
            aria-label={words().detailsOf(sentence())}
            onClick={() => setOpen(!open())}
          >
            {words().details}
          </Button>
        </Show>
        <Show when={open()}>
          <div id={id}>
            <BeforeAndAfter line={props.line} />
          </div>
        </Show>
        <Show when={whole()}>
          <Button
            look="quiet"
            icon={then() ? 'up' : 'down'}
            aria-expanded={then()}
            aria-controls={then() ? thenId : undefined}
            aria-label={words().asItWasOf(sentence())}
            onClick={() => setThen(!then())}
          >
            {words().asItWas}
          </Button>
        </Show>
        <Show when={then() && whole()}>
          {(of) => (
            <div id={thenId}>
              <AsItWas line={props.line} whole={of()} returning={props.returning} />
            </div>
          )}
        </Show>
      </div>
      <div class="hi-ways hi-on">
        <Show when={props.returning.may(props.line)}>
          <Button
            icon="undo"
            aria-label={words().backOf(sentence())}
            onClick={() => props.returning.putBack(props.line)}
          >
            {words().back}
          </Button>
        </Show>
        <Show when={props.line.count === 1}>
          <a
            class="hi-go"
            href={toHref(toPlace(readPlan(plan.doc), plan.id, props.line))}
            aria-label={words().goOf(sentence())}
          >
            {words().go}
          </a>
        </Show>
      </div>
      <div role="status">
        <Switch>
          <Match when={result() === 'back'}>
            <p class="hi-said">{words().isBack}</p>
          </Match>
          <Match when={result() === 'was-back'}>
            <p class="hi-said">{words().wasBack}</p>
          </Match>
          <Match when={result() === 'undone'}>
            <p class="hi-said">{words().undone}</p>
          </Match>
        </Switch>
      </div>
      <Show when={result() === 'back'}>
        <Button look="quiet" onClick={() => props.returning.undo(props.line)}>
          {words().undo}
        </Button>
      </Show>
    </li>
  )
}
