/**
 * Taps on a link to the current address. The router ignores them, but people mean "start again", or "never mind" while
 * another screen is loading. The screen is told by a new `state` of its location.
 */
import { onCleanup } from 'solid-js'
import { useLocation, useNavigate } from '@solidjs/router'
import { toHref } from '#reactive/paths.ts'

const linkAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('a')?.getAttribute('href') ?? null) : null

/** To be called once, inside the router. */
export const reopenCurrentLink = (): void => {
  const navigate = useNavigate()
  const location = useLocation()
  const begin = (event: MouseEvent): void => {
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (elsewhere || linkAt(event.target) !== toHref(location.pathname)) return
    event.preventDefault() // otherwise the router would handle it too
    navigate(location.pathname, { replace: true, state: {} })
  }
  document.addEventListener('click', begin, { capture: true })
  onCleanup(() => document.removeEventListener('click', begin, { capture: true }))
}
