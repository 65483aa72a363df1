/** A passage of the story as the name of a place: the paragraphs where it may stand, the best first. */
import type { PlanDoc } from '../document/plan-doc.ts'
import { storyOf } from '../document/plan-doc.ts'
import { paragraphId } from './paragraphs.ts'

const STORY = 'story'

export const toPassagePlace = (ids: readonly string[]): string =>
  ids.length === 0 ? STORY : `${STORY}:${ids.join(',')}`

/** The index among the story's outermost blocks; `null`: the name is of another place, or nothing of it is there any more. */
export const readPassagePlace = (doc: PlanDoc, place: string): number | null => {
  if (!place.startsWith(`${STORY}:`)) return null
  const blocks = storyOf(doc).toArray().map(paragraphId)
  const found = place
    .slice(STORY.length + 1)
    .split(',')
    .map((id) => (id === '' ? -1 : blocks.indexOf(id)))
    .find((index) => index >= 0)
  return found ?? null
}
