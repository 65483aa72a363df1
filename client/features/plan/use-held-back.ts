/**
 * News that comes while somebody writes or taps waits until their hands are still, or they open another part: it would move
 * what is under them. What was there when they came is told at once, and stays as it was told when there is more of it.
 */
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { useLocation } from '@solidjs/router'
import type { PersonId } from '#shared/protocol/ids.ts'

/** Hands that have done nothing for this long are still, in ms. */
const STILL_MS = 10_000

export type HeldBack<News> = {
  /** Each keeps its element while it stays the same news, by its key. */
  told(): readonly News[]
  /** What was told of this person goes; what has come since is told in its turn. */
  putAway(person: PersonId): void
  /** The answer to it stands in it: it stays until it is put away or another part is opened, though it is no news any more. */
  answered(one: News): void
}

/** `isLess`: some of what was told was dealt with. */
export const useHeldBack = <News extends { readonly person: PersonId }>(
  news: () => readonly News[],
  keyOf: (one: News) => string,
  isLess: (now: News, told: News) => boolean = () => false,
): HeldBack<News> => {
  const location = useLocation()
  const [told, setTold] = createSignal<readonly News[]>([])
  const [answered, setAnswered] = createSignal<readonly string[]>([])
  const isAnswered = (one: News): boolean => answered().includes(keyOf(one))
  let still = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    const all = news()
    const stay = (one: News): boolean => isAnswered(one) && !all.some(({ person }) => person === one.person)
    setTold((before) => [...before.filter(stay), ...all])
  }
  const goElsewhere = (): void => {
    setAnswered([])
    tell()
  }
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
  createEffect(on(() => location.pathname, goElsewhere, { defer: true }))
  const shown = createMemo<readonly News[]>((before) => {
    const known = new Map(before.map((one) => [keyOf(one), one]))
    const current = new Map(news().map((one) => [one.person, one]))
    return told().flatMap((one) => {
      const now = current.get(one.person)
      if (now === undefined) return isAnswered(one) ? [known.get(keyOf(one)) ?? one] : []
      const next = isLess(now, one) ? now : one
      return [known.get(keyOf(next)) ?? next]
    })
  }, [])
  return {
    told: shown,
    putAway: (person) => void setTold((all) => all.filter((one) => one.person !== person)),
    answered: (one) => void setAnswered((all) => [...all, keyOf(one)]),
  }
}
