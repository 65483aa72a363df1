/**
 * The place that an address names (`?place=goal:…`) is marked for a while, and has the focus, so that screen readers read it. A
 * place that is not on the screen leaves the focus at the screen's heading.
 */
import { createEffect, onCleanup } from 'solid-js'
import { useLocation } from '@solidjs/router'

/** How long the place stays marked, in ms: long enough to find it after a screen has been drawn. */
const MARKED_MS = 8_000
/** How long it is waited for, in ms: the editor of the story is loaded late. */
const WAIT_MS = 8_000

export const useMarkedPlace = (): void => {
  const location = useLocation()
  createEffect(() => {
    const name = location.query['place']
    if (typeof name !== 'string' || name === '') return
    onCleanup(markWhenThere(name))
  })
}

const find = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-place]')].find(({ dataset }) => dataset['place'] === name)

const markWhenThere = (name: string): (() => void) => {
  let unmark = (): void => {}
  const tryIt = (): boolean => {
    const place = find(name)
    if (place === undefined) return false
    unmark = mark(place)
    return true
  }
  const observer = new MutationObserver(() => {
    if (tryIt()) observer.disconnect()
  })
  const frame = setTimeout(() => {
    if (!tryIt()) observer.observe(document.body, { childList: true, subtree: true })
  })
  const stopWaiting = setTimeout(() => observer.disconnect(), WAIT_MS)
  return () => {
    clearTimeout(frame)
    clearTimeout(stopWaiting)
    observer.disconnect()
    unmark()
  }
}

const mark = (place: HTMLElement): (() => void) => {
  if (!place.hasAttribute('tabindex')) place.setAttribute('tabindex', '-1')
  place.classList.add('ps-marked')
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'center' })
  const unmark = (): void => place.classList.remove('ps-marked')
  const timer = setTimeout(unmark, MARKED_MS)
  return () => {
    clearTimeout(timer)
    unmark()
  }
}
