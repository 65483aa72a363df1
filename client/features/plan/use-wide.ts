/** Whether there is room beside the text, by the same media query as plan.css. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

const WIDE = '(min-width: 64em)'

export const useWide = (): Accessor<boolean> => {
  const query = typeof window.matchMedia === 'function' ? window.matchMedia(WIDE) : null
  const [wide, setWide] = createSignal(query?.matches ?? false)
  const follow = (event: MediaQueryListEvent): void => void setWide(event.matches)
  query?.addEventListener('change', follow)
  onCleanup(() => query?.removeEventListener('change', follow))
  return wide
}
