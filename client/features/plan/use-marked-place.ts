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

const markWhenThere = (doc: PlanDoc, name: string): (() => void) => {
  let unmark = (): void => {}
  const tryIt = (): boolean => {
    const place = find(name) ?? wholeStory(doc, name)
    const passage = place === undefined ? findPassage(doc, name) : undefined
    if (place !== undefined) unmark = mark(place)
    if (passage !== undefined) unmark = markPassage(passage)
    return place !== undefined || passage !== undefined
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

/** The name of the highlight in plan.css. A browser without highlights only brings the passage into view. */
const HIGHLIGHT = 'marked-place'

/** The story has the focus and not the passage, so that no keyboard comes up. */
const markPassage = (passage: HTMLElement): (() => void) => {
  const story = passage.closest<HTMLElement>('[data-place]')
  story?.setAttribute('tabindex', '-1')
  story?.focus({ preventScroll: true })
  passage.scrollIntoView({ block: 'center' })
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return () => {}
  const range = document.createRange()
  range.selectNodeContents(passage)
  CSS.highlights.set(HIGHLIGHT, new Highlight(range))
  const unmark = (): void => void CSS.highlights.delete(HIGHLIGHT)
  const timer = setTimeout(unmark, MARKED_MS)
  return () => {
    clearTimeout(timer)
    unmark()
  }
}
