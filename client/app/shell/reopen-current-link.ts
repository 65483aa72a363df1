/**
 * A tap on a link to where one is already. The router takes it for nothing; people mean "from the start", or "never mind" when
 * another screen is still on its way in. The screen hears of it by a new `state` of its location.
 */
import { onCleanup } from 'solid-js'
import { useLocation, useNavigate } from '@solidjs/router'
import { toHref } from '#reactive/paths.ts'

const linkAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('a')?.getAttribute('href') ?? null) : null

/** Inside the router, once. */
export const followTapsOnHere = (): void => {
  const navigate = useNavigate()
  const location = useLocation()
  const begin = (event: MouseEvent): void => {
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (elsewhere || linkAt(event.target) !== toHref(location.pathname)) return
    event.preventDefault() // or the router would look at it too
    navigate(location.pathname, { replace: true, state: {} })
  }
  document.addEventListener('click', begin, { capture: true })
  onCleanup(() => document.removeEventListener('click', begin, { capture: true }))
}
