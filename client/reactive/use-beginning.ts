/** The first pieces of the open plan, and the way from one to the next while there is no first step yet. */
import type { Accessor } from 'solid-js'
import { type Begun, begunOf, nextPiece, type Piece, PIECES } from '#domain/overview/beginning.ts'
import { storyIsEmpty } from '#domain/story/story.ts'
import { toBeginWords } from '#wording/whose-plan.ts'
import { paths, toHref } from './paths.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanState } from './use-plan-state.ts'
import { useWhosePlan } from './use-whose-plan.ts'

export type Way = { readonly href: string; readonly label: string }

export const useBeginning = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const whose = useWhosePlan()
  let read: { readonly version: number; readonly hasStory: boolean } | null = null
  /** Reads the story again only when it has changed. */
  const hasStory = (version: number): boolean => {
    if (read?.version !== version) read = { version, hasStory: !storyIsEmpty(plan.doc) }
    return read.hasStory
  }
  const begun: Accessor<Begun> = usePlanState((state) => begunOf(state, () => hasStory(state.story)), isSame)
  /** The path to a piece; for a goal, the form is open at once. */
  const toPiece = (piece: Piece): string => {
    const { first } = begun()
    if (piece === 'step' && first !== null) return toHref(paths.goal(plan.id, first))
    return toHref(piece === 'story' || piece === 'wheel' ? paths[piece](plan.id) : `${paths.goals(plan.id)}?new=1`)
  }
  const wayTo = (piece: Piece): Way => ({
    href: toPiece(piece),
    label: toBeginWords(copy(), whose()).on[piece],
  })
  return {
    begun,
    toPiece,
    wayTo,
    /** The way on at the end of a piece. */
    wayFrom: (piece: Piece): Way | null => {
      const next = plan.role() === 'reader' ? null : nextPiece(begun(), piece)
      return next && wayTo(next)
    },
  }
}

const isSame = (before: Begun, after: Begun): boolean =>
  before.first === after.first && PIECES.every((piece) => before[piece] === after[piece])
