/** Joining by an invitation: first what the person will see, then one tap. Viewing does not use the invitation. */
import { Match, Show, Switch, batch, createEffect, createResource, createSignal, on } from 'solid-js'
import { Navigate, useNavigate, useParams } from '@solidjs/router'
import type { InvitationFailure, InvitationTexts, PreviewResult } from '#ports/device.ts'
import { paths } from '#reactive/paths.ts'
import { askPatiently } from '#reactive/patience.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { keepMyName, useDevice } from '#reactive/use-device.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Screen } from '#ui/screen.tsx'
import { AlreadyIn } from './already-in.tsx'
import { FailureCard } from './failure-card.tsx'
import { JoinForm } from './join-form.tsx'
import { TakenOff } from './taken-off.tsx'
import { WebViewCard } from './web-view-card.tsx'
import { isWebView } from '#reactive/web-view.ts'
import './join.css'

export const JoinScreen = (props: { texts: InvitationTexts }) => {
  const copy = usePlanCopy()
  const device = useDevice()
  const navigate = useNavigate()
  const platform = usePlatform()
  const params = useParams<{ link: string }>()
  const link = () => props.texts.readInvitation(params.link)
  const [preview, { refetch }] = createResource(
    () => params.link,
    async (): Promise<PreviewResult> => {
      const found = link()
      return found === null
        ? { ok: false, reason: 'wrong', greeting: null }
        : askPatiently(() => device.previewInvitation(found))
    },
  )
  const [failure, setFailure] = createSignal<InvitationFailure | null>(null)
  createEffect(on(link, () => setFailure(null))) // of the link before, in the same window
  const [busy, setBusy] = createSignal(false)
  const [stay, setStay] = createSignal(false)
  const inWebView = () => !stay() && isWebView(platform.userAgent, platform.installed)

  const open = () => only(preview(), 'open')
  const mine = () => only(preview(), 'mine')
  /** What the link says, also where the invitation cannot be looked at. */
  const greeting = () => {
    const result = preview()
    return result === undefined || 'workspace' in result ? null : result.greeting
  }
  const member = () => only(preview(), 'member')
  const takenOff = () => only(preview(), 'taken-off')
  const finalFailure = (): InvitationFailure | null => {
    const result = preview()
    if (result?.ok === false) return result.reason
    const reason = failure()
    return reason === null || isAmendable(reason) ? null : reason
  }

  const join = async ({ forNow, ...options }: { name: string; code: string; forNow: boolean }) => {
    const found = link()
    if (found === null) return
    setBusy(true)
    setFailure(null)
    const isReady =
      !forNow ||
      (await device.onlyForNow().then(
        () => true,
        () => false, // its code cannot be had: nobody joins on a device that keeps what was not to be kept
      ))
    if (!isReady) return void batch(() => (setBusy(false), setFailure('offline')))
    const result = await askPatiently(() => device.join(found, options))
    setBusy(false)
    // Replaced, so that the secret leaves the address and "back" does not return here.
    if (!result.ok) return void setFailure(result.reason)
    keepMyName(device, options.name)
    navigate(paths.plan(result.workspace), { replace: true })
  }

  const retry = () => {
    setFailure(null)
    void refetch()
  }

  return (
    <Screen title={copy().join.title}>
      <Switch>
        <Match when={preview.loading}>
          <p role="status" class="jn-checking">
            {copy().join.checking}
          </p>
        </Match>
        <Match when={mine()}>{(found) => <Navigate href={paths.plan(found().workspace)} />}</Match>
        <Match when={member()}>{(found) => <AlreadyIn workspace={found().workspace} mine={found().mine} />}</Match>
        <Match when={takenOff()}>{(found) => <TakenOff workspace={found().workspace} />}</Match>
        <Match when={finalFailure()}>
          {(reason) => <FailureCard reason={reason()} greeting={greeting()} onRetry={retry} />}
        </Match>
        <Match when={open()}>
          {(found) => (
            <Show when={!inWebView()} fallback={<WebViewCard onStay={() => setStay(true)} />}>
              <JoinForm
                texts={props.texts}
                preview={found()}
                busy={busy()}
                failure={failure()}
                onJoin={(options) => void join(options)}
              />
            </Show>
          )}
        </Match>
      </Switch>
    </Screen>
  )
}

/** These keep the form: correct the input, or try again when connected. */
const isAmendable = (reason: InvitationFailure): boolean =>
  reason === 'wrong-code' || reason === 'offline' || reason === 'busy'

type Found = Extract<PreviewResult, { ok: true }>
const only = <Kind extends Found['kind']>(result: PreviewResult | undefined, kind: Kind) =>
  result?.ok === true && result.kind === kind ? (result as Extract<Found, { kind: Kind }>) : undefined
