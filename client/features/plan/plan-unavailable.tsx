/** A plan that cannot be shown here: open elsewhere, gone, damaged, too new, or without a part of the app. */
import { Show } from 'solid-js'
import { useParams } from '@solidjs/router'
import { paths, toHref } from '#reactive/paths.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { OpenState } from '#ports/open-plan.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Screen } from '#ui/screen.tsx'

type NotOpenState = Exclude<OpenState, { name: 'open' | 'opening' }>

export const PlanUnavailable = (props: { state: NotOpenState; onUseHere: () => void; onAgain: () => void }) => {
  const copy = usePlanCopy()
  const platform = usePlatform()
  const reason = () => (props.state.name === 'failed' ? props.state.reason : undefined)
  const device = useDevice()
  const params = useParams<{ id: string }>()
  /** Another tab has a plan that this one cannot get at: each has its own memory. */
  const isOthers = () => device.storage().name === 'memory' && device.plans().every(({ id }) => id !== params.id)
  const words = () => {
    const { elsewhere, failed, forNow } = copy().opening
    const storage = device.storage()
    const why = reason()
    if (why === undefined) return storage.name === 'ready' ? elsewhere : { ...elsewhere, text: forNow.elsewhere }
    const isGone = why === 'not-on-device' && storage.name === 'memory' && storage.reason === 'chosen'
    return isGone ? { ...failed[why], text: forNow.gone } : failed[why]
  }
  return (
    <div class="ps-alone">
      <Screen title={words().title} lead={words().text}>
        <Show when={props.state.name === 'elsewhere' && !isOthers()}>
          <Button look="main" wide onClick={() => props.onUseHere()}>
            {copy().opening.elsewhere.useHere}
          </Button>
        </Show>
        <Show when={reason() === 'not-fetched'}>
          <Button look="main" wide onClick={() => props.onAgain()}>
            {copy().general.notFetched.again}
          </Button>
        </Show>
        <Show when={reason() === 'outdated-app'}>
          <Button look="main" wide onClick={() => platform.reload()}>
            {copy().general.reload}
          </Button>
        </Show>
        <Show when={reason() === 'not-on-device'}>
          <LinkButton wide href={toHref(paths.card)}>
            {copy().card.home}
          </LinkButton>
        </Show>
        <LinkButton wide href={toHref(paths.home)}>
          {copy().opening.toHome}
        </LinkButton>
      </Screen>
    </div>
  )
}
