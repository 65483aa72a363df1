/** Problems in an open plan: not saved, no longer shared, alarms. */
import { memberOf } from '#domain/plan/names.ts'
import { createSignal, ErrorBoundary, For, Show, Suspense, type JSX } from 'solid-js'
import { toNameWithin } from '#wording/names.ts'
import { toTakenLines } from '#wording/news.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { mayGoOn } from '#reactive/successor.ts'
import { lazyWithWords } from '#reactive/with-words.tsx'
import { usePlatform } from '#reactive/use-platform.ts'
import type { PersonNews, RefusalReason } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { AlarmBanner } from './alarm-banner.tsx'
import { NewcomersNotice } from './newcomers-notice.tsx'
import { Oversteps } from './oversteps.tsx'
import { refusalOf, saveFailureOf } from './sharing-words.ts'
import { EndedNotice } from './ended-notice.tsx'
import { PracticeBanner } from './practice-banner.tsx'
import { StrandedNotice } from './stranded-notice.tsx'
import { SuccessorNotice } from './successor-notice.tsx'
import { useHeldBack } from './use-held-back.ts'

/** With the history, which hardly any opening of a plan needs. */
const TakenNotices = lazyWithWords('more', () => import('./taken-notice.tsx').then((m) => m.TakenNotices))

const isTakenOf = ({ parts }: PersonNews, part: string): boolean =>
  parts.some((one) => one.part === part && one.taken !== undefined)

export const PlanNotices = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const device = useDevice()
  /** Whoever chose "only for now" reads it on every screen already. */
  const isChosen = () => {
    const storage = device.storage()
    return storage.name === 'memory' && storage.reason === 'chosen'
  }
  const saveFailure = () => (isChosen() ? null : saveFailureOf(plan.sharing()))
  /** That this person takes no part any more has a notice of its own. */
  const refusal = () => (plan.ended() === null ? refusalOf(plan.sharing()) : null)
  const held = useHeldBack(
    () => plan.news().filter(({ parts }) => parts.some((part) => part.taken !== undefined)),
    ({ person, parts }) => JSON.stringify([person, parts.map((part) => part.taken)]),
    (now, told) => told.parts.some(({ part }) => isTakenOf(told, part) && !isTakenOf(now, part)),
  )
  const nameOf = (known: PersonId | null): string =>
    toNameWithin(copy(), memberOf(plan.members(), known) ?? { name: '' })
  const toFile = () => (
    <LinkButton href={`${toHref(paths.manage(plan.id))}`} icon="file">
      {copy().manage.keep.file}
    </LinkButton>
  )

  return (
    <>
      <Show when={plan.practice}>
        <PracticeBanner />
      </Show>
      <Show when={saveFailure()}>
        {(reason) => (
          <Banner urgent title={copy().sharing.saveFailed[reason()].title} actions={toFile()}>
            <p>{copy().sharing.saveFailed[reason()].text}</p>
          </Banner>
        )}
      </Show>
      <EndedNotice />
      <StrandedNotice />
      <Show when={refusal()}>
        {(reason) => (
          <Banner
            urgent
            title={copy().sharing.refused[reason()].title}
            actions={
              <Show when={reason() === 'outdated-app'} fallback={<Ways reason={reason()} file={toFile()} />}>
                <Button onClick={() => platform.reload()}>{copy().general.reload}</Button>
              </Show>
            }
          >
            <p>{copy().sharing.refused[reason()].text}</p>
          </Banner>
        )}
      </Show>
      <Show when={plan.sharing().busy === true && refusal() === null}>
        <Banner calm icon="clock" title={copy().sharing.busy.title}>
          <p>{copy().sharing.busy.text}</p>
        </Banner>
      </Show>
      <Show when={plan.sharing().missingFromLog}>
        {(people) => (
          <Banner calm icon="clock" title={copy().sharing.missingFromLog.title}>
            <p>{copy().sharing.missingFromLog.text([...new Set(people().map(nameOf))])}</p>
          </Banner>
        )}
      </Show>
      <NewcomersNotice />
      <Show when={held.told().length > 0}>
        {/* Where its file cannot be had, such as an old one offline, the news is told and the screen goes on. */}
        <ErrorBoundary
          fallback={<For each={held.told()}>{(news) => <Banner title={toTakenLines(copy(), news).join(' ')} />}</For>}
        >
          <Suspense>
            <TakenNotices all={held.told()} onPutAway={held.putAway} onBack={held.answered} />
          </Suspense>
        </ErrorBoundary>
      </Show>
      <SuccessorNotice />
      <Oversteps />
      <AlarmBanner />
    </>
  )
}

/**
 * The remedies: always a copy as a file; by reason also repairing the relay's log, trying again, or going on in another
 * plan.
 */
const Ways = (props: { reason: RefusalReason; file: JSX.Element }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const [failed, setFailed] = createSignal(false)
  const repairRelay = async () => setFailed(!(await plan.repairRelay()).ok)
  return (
    <>
      <Show when={failed()}>
        <p>{copy().sharing.healFailed}</p>
      </Show>
      <Show when={mayGoOn(plan)}>
        <LinkButton href={toHref(paths.manage(plan.id))}>{copy().manage.successor.title}</LinkButton>
      </Show>
      <Show when={props.reason === 'too-large'}>
        <Button onClick={() => platform.reload()}>{copy().general.reload}</Button>
      </Show>
      <Show when={props.reason === 'log-differs' || props.reason === 'unknown'}>
        <Button onClick={() => void repairRelay()}>
          {props.reason === 'unknown' ? copy().sharing.tryAgain : copy().sharing.repairRelay}
        </Button>
      </Show>
      {props.file}
    </>
  )
}
