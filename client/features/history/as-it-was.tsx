/** A whole part of the plan as it was at a line's moment, to read, and to bring back what is missing of it now. */
import { createResource, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import type { Detail } from '#domain/history/details.ts'
import type { Line } from '#domain/history/lines.ts'
import { wordsOf } from '#domain/history/words-of.ts'
import { momentShownBy, type Piece, readWhole, type Whole } from '#domain/history/whole.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useNames } from '#reactive/use-names.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { toFieldName, toThingName, toValueWords } from '#wording/history.ts'
import { Button } from '#ui/button.tsx'
import type { PutBack } from './use-put-back.ts'

export const AsItWas = (props: { line: Line; whole: Whole; returning: PutBack }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const names = useNames()
  const words = () => copy().history
  const moment = momentShownBy(props.line)
  const [then] = createResource(async () => (await plan.history()).at(moment.seq))
  const pieces = () => {
    const known = then()
    return known === undefined ? [] : readWhole(known, props.whole)
  }
  const hint = createUniqueId()
  return (
    <Switch>
      <Match when={then.loading}>
        <p role="status">{words().reading}</p>
      </Match>
      <Match when={pieces().length === 0}>
        <p role="status">{words().wasNot}</p>
      </Match>
      <Match when={then()}>
        {(known) => (
          <div class="hi-then">
            <p class="soft" role="status">
              {moment.isBefore ? words().wasBefore : words().wasThen}
            </p>
            <For each={pieces()}>{(piece) => <PieceThen piece={piece} name={toThingName(copy(), piece, names)} />}</For>
            <Show when={props.returning.mayWrite()}>
              <p class="soft" id={hint}>
                {words().allBackHint}
              </p>
              <div>
                <Button
                  icon="undo"
                  aria-describedby={hint}
                  onClick={() => props.returning.putBackWhole(props.line, known(), props.whole)}
                >
                  {words().allBack}
                </Button>
              </div>
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  )
}

const PieceThen = (props: { piece: Piece; name: string }) => {
  const copy = useCopy()
  const names = useNames()
  const platform = usePlatform()
  const passages = () => props.piece.details.filter(({ form }) => form === 'passage')
  const others = () => props.piece.details.filter(({ form }) => form !== 'passage')
  const say = (detail: Detail): readonly string[] => {
    if (detail.form === 'value') return toValueWords(copy(), detail.field, detail.after, names, platform.now())
    return detail.form === 'text' ? [detail.after] : []
  }
  return (
    <div class="hi-piece">
      <h3 class="hi-field" dir="auto">
        {props.name}
      </h3>
      <Show when={passages().length > 0}>
        <p class="hi-words" dir="auto" translate="no">
          {wordsOf(passages())
            .map(({ text }) => text)
            .join('')}
        </p>
      </Show>
      <For each={others()}>
        {(detail) => (
          <div>
            <p class="hi-side-title">{toFieldName(copy(), detail)}</p>
            <For each={say(detail)}>
              {(value) => (
                <p class="hi-words" dir="auto">
                  {value}
                </p>
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  )
}
