/**
 * The place that an address names (`?place=goal:…`) is marked for a while, and has the focus, so that screen readers read it. A
 * place that is not on the screen leaves the focus at the screen's heading.
 */
import { createEffect, onCleanup } from 'solid-js'
import { useLocation } from '@solidjs/router'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readPassagePlace } from '#domain/history/passage-place.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'

/** How long the place stays marked, in ms: long enough to find it after a screen has been drawn. */
const MARKED_MS = 8_000
/** How long it is waited for, in ms: the editor of the story is loaded late. */
const WAIT_MS = 8_000

export const useMarkedPlace = (): void => {
  const location = useLocation()
  const plan = useOpenPlan()
  createEffect(() => {
    const name = location.query['place']
    if (typeof name !== 'string' || name === '') return
    onCleanup(markWhenThere(plan.doc, name))
  })
}

const find = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-place]')].find(({ dataset }) => namesIn(dataset).includes(name))

const namesIn = ({ place = '' }: DOMStringMap): readonly string[] => place.split(' ')

/** A passage of the story: the editor draws it, so it is marked without a change to its elements. */
const findPassage = (doc: PlanDoc, name: string): HTMLElement | undefined => {
  const editor = find('story')?.querySelector('.ProseMirror')
  const index = editor ? readPassagePlace(doc, name) : null
  const block = index === null ? undefined : editor?.children[index]
  return block instanceof HTMLElement ? block : undefined
}

/** All of it, where nothing of a passage stands there any more. */
const wholeStory = (doc: PlanDoc, name: string): HTMLElement | undefined =>
  name.startsWith('story:') && readPassagePlace(doc, name) === null ? find('story') : undefined

/** What is marked, and what has the focus and is brought into view for it. */
type Found = { readonly marked: HTMLElement; readonly focused: HTMLElement; readonly mark: () => () => void }

const findPlace = (doc: PlanDoc, name: string): Found | undefined => {
  const place = find(name) ?? wholeStory(doc, name)
  if (place !== undefined) return { marked: place, focused: place, mark: () => outline(place) }
  const passage = findPassage(doc, name)
  // The story has the focus and not the passage, so that no keyboard comes up.
  const story = passage?.closest<HTMLElement>('[data-place]')
  return passage && story ? { marked: passage, focused: story, mark: () => highlight(passage) } : undefined
}

/** What people do when they go their own way from the place, also with a scroll bar or by voice. */
const HANDS = ['pointerdown', 'touchmove', 'wheel', 'keydown', 'beforeinput']

/**
 * The place is marked once it is there, and stays in view while the screen is still being drawn: notices come above it, pages of the
 * history below it, and a screen that appears scrolls to its top. Hands that do something end that, and so does the mark.
 */
const markWhenThere = (doc: PlanDoc, name: string): (() => void) => {
  let at: Found | undefined
  let unmark = (): void => {}
  let timer: ReturnType<typeof setTimeout>
  const keep = (): void => {
    const found = findPlace(doc, name)
    if (found === undefined) return
    if (found.marked !== at?.marked) {
      unmark()
      unmark = found.mark()
      if (!found.focused.hasAttribute('tabindex')) found.focused.setAttribute('tabindex', '-1')
      found.focused.focus({ preventScroll: true })
    }
    if (at === undefined) {
      clearTimeout(timer)
      timer = setTimeout(stop, MARKED_MS)
      for (const hand of HANDS) document.addEventListener(hand, letGo, { capture: true, passive: true })
      document.addEventListener('scroll', onScroll)
      resized.observe(document.body)
    }
    at = found
    bringIntoView(found.marked)
  }
  /** Only the app scrolls to the very top within these moments; a screen reader that reads on is not held back. */
  const onScroll = (): void => void (document.documentElement.scrollTop === 0 && keep())
  const redrawn = new MutationObserver(keep)
  const resized = new ResizeObserver(keep)
  const letGo = (): void => {
    redrawn.disconnect()
    resized.disconnect()
    for (const hand of HANDS) document.removeEventListener(hand, letGo, { capture: true })
    document.removeEventListener('scroll', onScroll)
  }
  const stop = (): void => {
    clearTimeout(frame)
    clearTimeout(timer)
    letGo()
    unmark()
  }
  const frame = setTimeout(() => {
    redrawn.observe(document.body, { childList: true, subtree: true })
    keep()
  })
  timer = setTimeout(stop, WAIT_MS)
  return stop
}

/** In the middle; of one that is higher than the screen its beginning, which says what it is. */
const bringIntoView = (place: HTMLElement): void =>
  place.scrollIntoView({ block: place.offsetHeight > innerHeight / 2 ? 'start' : 'center' })

const outline = (place: HTMLElement): (() => void) => {
  place.classList.add('ps-marked')
  return () => place.classList.remove('ps-marked')
}

/** The name of the highlight in plan.css. A browser without highlights only brings the passage into view. */
const HIGHLIGHT = 'marked-place'

const highlight = (passage: HTMLElement): (() => void) => {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return () => {}
  const range = document.createRange()
  range.selectNodeContents(passage)
  CSS.highlights.set(HIGHLIGHT, new Highlight(range))
  return () => void CSS.highlights.delete(HIGHLIGHT)
}
