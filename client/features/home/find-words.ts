/** In which plans the words stand that somebody searches for, and where. Pure: plans, what was read of them, and a search in. */
import { findIn, foldText, type Found, toSearched } from '#domain/search/fold-text.ts'
import type { Passage } from '#domain/search/passages.ts'
import type { PlanSummary } from '#ports/device.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { type HomeView, isShown, toTitleAndNames } from './find-plans.ts'

/** Shorter words are in every plan. */
const SHORTEST = 3
/** Places shown of one plan. */
const MAX_PLACES = 3

/** What was read of a plan, with the folded text of each passage. */
export type ReadPassage = Passage & { readonly folded: string }
export type ReadPlans = ReadonlyMap<WorkspaceId, readonly ReadPassage[]>
export type FoundPlace = { readonly passage: Passage; readonly found: Found }
export type FoundPlan = { readonly plan: PlanSummary; readonly places: readonly FoundPlace[] }

export const toRead = (passages: readonly Passage[]): readonly ReadPassage[] =>
  passages.map((passage) => ({ ...passage, folded: foldText(passage.text) }))

/** Whether it is worth reading plans for. */
export const isWords = (search: string): boolean => toSearched(search).some(({ length }) => length >= SHORTEST)

/** Those that are not found by title or name already, the last opened first. */
export const findWords = (
  plans: readonly PlanSummary[],
  read: ReadPlans,
  search: string,
  { show }: Pick<HomeView, 'show'>,
): readonly FoundPlan[] => {
  const searched = isWords(search) ? toSearched(search) : []
  return plans
    .filter((plan) => isShown(plan, show))
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .flatMap((plan) => {
      const known = toTitleAndNames(plan)
      const words = searched.filter((word) => !known.includes(word))
      const passages = read.get(plan.id) ?? []
      if (words.length === 0 || !words.every((word) => passages.some(({ folded }) => folded.includes(word)))) return []
      const counted = passages.map((passage) => ({
        passage,
        count: words.filter((word) => passage.folded.includes(word)).length,
      }))
      const best = counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
      const places = best.slice(0, MAX_PLACES).flatMap(({ passage }) => {
        const found = findIn(passage.text, words)
        return found === null ? [] : [{ passage, found }]
      })
      return [{ plan, places }]
    })
}
