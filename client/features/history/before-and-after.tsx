/** What was there before and after a change, beside each other, or below each other on a phone. Words that went and came are marked. */
import { For, Show } from 'solid-js'
import type { Detail } from '#domain/history/details.ts'
import type { Line } from '#domain/history/lines.ts'
import { wordsOf } from '#domain/history/words-of.ts'
import type { Stretch } from '#domain/history/words-diff.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useNames } from '#reactive/use-names.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { toFieldName, toValueWords } from '#wording/history.ts'
import { toPlaced } from './placed-words.ts'

export const BeforeAndAfter = (props: { line: Line }) => {
  const copy = useCopy()
  const passages = () => props.line.details.filter(({ form }) => form === 'passage')
  const others = () => props.line.details.filter(({ form }) => form !== 'passage')
  return (
    <>
      <Show when={passages().length > 0}>
        <Pair name="" words={wordsOf(passages())} />
      </Show>
      <For each={others()}>
        {(detail) =>
          detail.form === 'value' ? (
            <Values detail={detail} />
          ) : (
            <Pair name={toFieldName(copy(), detail)} words={wordsOf([detail])} />
          )
        }
      </For>
    </>
  )
}

const Pair = (props: { name: string; words: readonly Stretch[] }) => {
  const copy = useCopy()
  return (
    <div class="hi-pair">
      <Show when={props.name}>
        <h3 class="hi-field">{props.name}</h3>
      </Show>
      <Side title={copy().history.before} words={props.words} other="come" />
      <Side title={copy().history.after} words={props.words} other="gone" />
    </div>
  )
}

/** `other`: the words of the other side. */
const Side = (props: { title: string; words: readonly Stretch[]; other: Stretch['kind'] }) => {
  const copy = useCopy()
  const shown = () => toPlaced(props.words.filter(({ kind }) => kind !== props.other))
  return (
    <div class="hi-side">
      <p class="hi-side-title">{props.title}</p>
      <p class="hi-words" dir="auto" translate="no">
        <Show when={shown().length > 0} fallback={<span class="soft">{copy().history.empty}</span>}>
          <For each={shown()}>
            {({ kind, text }) =>
              kind === 'gone' ? <del>{text}</del> : kind === 'come' ? <ins>{text}</ins> : <span>{text}</span>
            }
          </For>
        </Show>
      </p>
    </div>
  )
}

const Values = (props: { detail: Extract<Detail, { form: 'value' }> }) => {
  const copy = useCopy()
  const names = useNames()
  const platform = usePlatform()
  const show = (values: Parameters<typeof toValueWords>[2]) =>
    toValueWords(copy(), props.detail.field, values, names, platform.now())
  return (
    <div class="hi-pair">
      <h3 class="hi-field">{toFieldName(copy(), props.detail)}</h3>
      <div class="hi-side">
        <p class="hi-side-title">{copy().history.before}</p>
        <For each={show(props.detail.before)}>{(value) => <p dir="auto">{value}</p>}</For>
      </div>
      <div class="hi-side">
        <p class="hi-side-title">{copy().history.after}</p>
        <For each={show(props.detail.after)}>{(value) => <p dir="auto">{value}</p>}</For>
      </div>
    </div>
  )
}
