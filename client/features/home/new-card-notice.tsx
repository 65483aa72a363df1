/** Plans that move to a new key card, in one line; the rest stands on one's own screen. */
import { Show } from 'solid-js'
import { paths, toHref } from '#reactive/paths.ts'
import { useAsideCopy } from '#reactive/use-aside-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const NewCardNotice = () => {
  const copy = useAsideCopy()
  const device = useDevice()
  const moving = () => {
    const now = device.newCard()
    return now.name === 'moving' ? now : undefined
  }
  const done = () => {
    const now = device.newCard()
    return now.name === 'done' ? now : undefined
  }
  return (
    <>
      <Show when={moving()}>
        {(state) => (
          <Card tone="soft" title={copy().newCard.moving}>
            <Show when={state().total > 0}>
              <p>{copy().newCard.ready(state().ready, state().total)}</p>
            </Show>
            <ToMe />
          </Card>
        )}
      </Show>
      <Show when={done()}>
        {(state) => (
          <Show when={state().total > 0 || state().stayed.length === 0} fallback={<NoneMoved />}>
            <Card tone="soft" title={copy().newCard.done}>
              <p>{copy().newCard.write}</p>
              <LinkButton href={toHref(paths.myCard)}>{copy().newCard.show}</LinkButton>
            </Card>
          </Show>
        )}
      </Show>
    </>
  )
}

const NoneMoved = () => {
  const copy = useAsideCopy()
  return (
    <Card tone="soft" title={copy().newCard.none}>
      <ToMe />
    </Card>
  )
}

const ToMe = () => {
  const copy = useAsideCopy()
  return <LinkButton href={toHref(paths.me)}>{copy().me.title}</LinkButton>
}
