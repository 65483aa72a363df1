/** Somebody took text away that stood there at my last look: who, from what, a way to look, and one to put it back. */
import { createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { linesBackTo } from '#domain/history/lines-back-to.ts'
import type { Line } from '#domain/history/lines.ts'
import { mayPutBack, putBack } from '#domain/history/put-back.ts'
import type { NewsPart } from '#domain/news/news.ts'
import { takePutBack } from '#reactive/asked-put-back.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { PersonNews } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { takenFrom, toTakenLines } from '#wording/news.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'

type Props = {
  readonly onPutAway: (person: PersonId) => void
  /** It stands there again, and the notice says so. */
  readonly onBack: (news: PersonNews) => void
}

export const TakenNotices = (props: Props & { all: readonly PersonNews[] }) => (
  <For each={props.all}>{(news) => <TakenNotice news={news} onPutAway={props.onPutAway} onBack={props.onBack} />}</For>
)

/** `not-here`: of something that this person took, nothing was found that one tap returns. `failed`: the history cannot be read now. */
type Outcome = 'back' | 'was-back' | 'not-here' | 'failed'

const TakenNotice = (props: Props & { news: PersonNews }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const [busy, setBusy] = createSignal(false)
  const [said, setSaid] = createSignal<Outcome | null>(null)
  const isDone = () => said() === 'back' || said() === 'was-back'
  const words = () => copy().history
  const since = () =>
    new Map(props.news.parts.flatMap(({ part, taken }) => (taken ? [[part, taken.from] as const] : [])))
  const upTo = Math.max(...props.news.parts.flatMap(({ taken }) => taken?.to ?? taken?.from ?? []))
  const { person } = props.news
  const dismiss = () => plan.dismissTaken(person, upTo)
  // It says so until another part is opened; next time it is no news.
  onCleanup(() => {
    if (isDone()) dismiss()
  })
  const goBack = async () => {
    setBusy(true)
    try {
      const lines = await linesSince(since())
      const put = lines.map((line) => putBack(plan.doc, line, { me: plan.me, randomness: platform }))
      const isFound = [...since().keys()].every((part) => lines.some((line) => line.part === part))
      setSaid(!isFound ? 'not-here' : put.includes(true) ? 'back' : 'was-back')
      if (isDone()) props.onBack(props.news)
    } catch {
      setSaid('failed')
    } finally {
      setBusy(false)
    }
  }
  onMount(() => {
    const isAsked = takePutBack(plan.id, takenFrom(props.news), platform.now())
    if (isAsked && plan.role() !== 'reader') void goBack()
  })
  /** What this person took away since, the latest first: each is put back into what the one before it left. */
  const linesSince = async (from: ReadonlyMap<NewsPart, number>): Promise<readonly Line[]> => {
    const { lines } = await linesBackTo(await plan.history(), Math.min(...from.values()))
    return lines.filter(
      (line) =>
        line.person === props.news.person &&
        line.to >= (from.get(line.part) ?? Infinity) &&
        (line.act === 'took-away' || line.act === 'changed') &&
        mayPutBack(line, plan.me),
    )
  }
  const toWords = (how: Outcome): string => {
    switch (how) {
      case 'back':
        return words().isBack
      case 'was-back':
        return words().wasBack
      case 'not-here':
        return words().notHere(words().news.look)
      case 'failed':
        return copy().sharing.healFailed
    }
  }
  return (
    <Banner
      icon="info"
      calm={isDone()}
      title={toTakenLines(copy(), props.news).join(' ')}
      actions={
        <>
          <LinkButton href={toHref(paths.taken(plan.id, takenFrom(props.news)))}>{words().news.look}</LinkButton>
          <Show when={plan.role() !== 'reader' && (said() === null || said() === 'failed')}>
            <Button icon="undo" busy={busy()} onClick={() => void goBack()}>
              {words().news.back}
            </Button>
          </Show>
          <Button look="quiet" onClick={() => (dismiss(), props.onPutAway(person))}>
            {words().news.hide}
          </Button>
        </>
      }
    >
      <Show when={said()}>{(how) => <p role="status">{toWords(how())}</p>}</Show>
    </Banner>
  )
}
