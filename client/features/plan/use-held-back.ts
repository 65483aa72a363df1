/**
 * News that comes while somebody writes or taps waits until their hands are still, or they open another part: it would move
 * what is under them. What was there when they came is told at once.
 */
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { useLocation } from '@solidjs/router'

/** Hands that have done nothing for this long are still, in ms. */
const STILL_MS = 10_000

/** Each keeps its element while it stays the same news, by its key. */
export const useHeldBack = <News>(
  news: () => readonly News[],
  keyOf: (one: News) => string,
): (() => readonly News[]) => {
  const location = useLocation()
  const [told, setTold] = createSignal<ReadonlySet<string>>(new Set())
  let still = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => void setTold(new Set(news().map(keyOf)))
  const touch = (): void => {
    still = false
    clearTimeout(timer)
    timer = setTimeout(() => {
      still = true
      tell()
    }, STILL_MS)
  }
  const comeBack = (): void => void (document.visibilityState === 'visible' && tell())
  for (const kind of ['pointerdown', 'keydown', 'input'])
    document.addEventListener(kind, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', comeBack)
  onCleanup(() => {
    clearTimeout(timer)
    for (const kind of ['pointerdown', 'keydown', 'input']) document.removeEventListener(kind, touch, { capture: true })
    document.removeEventListener('visibilitychange', comeBack)
  })
  createEffect(on(news, () => still && tell()))
  createEffect(on(() => location.pathname, tell, { defer: true }))
  return createMemo<readonly News[]>((before) => {
    const known = new Map(before.map((one) => [keyOf(one), one]))
    return news().flatMap((one) => (told().has(keyOf(one)) ? [known.get(keyOf(one)) ?? one] : []))
  }, [])
}
