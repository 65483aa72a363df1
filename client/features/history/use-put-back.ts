/** Putting back from the list, and taking that back: the last one can be undone while the list is open. */
import { createSignal, onCleanup } from 'solid-js'
import type { Moment } from '#domain/history/details.ts'
import type { Line } from '#domain/history/lines.ts'
import { followPutBack, mayPutBack, putBack, putBackWhole } from '#domain/history/put-back.ts'
import type { Whole } from '#domain/history/whole.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'

export type Returned = { readonly line: string; readonly how: 'back' | 'was-back' | 'undone' }

export const usePutBack = () => {
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const [returned, setReturned] = createSignal<Returned | null>(null)
  const undoing = followPutBack(plan.doc)
  /** No news any more once this screen is left: before, the message above would go and move what is under the hand. */
  const dealtWith = new Set<Line>()
  onCleanup(() => {
    undoing.stop()
    for (const { person, part, to } of dealtWith) if (person !== null) plan.dismissTaken(person, to, part)
  })
  return {
    returned,
    may: (line: Line): boolean => plan.role() !== 'reader' && mayPutBack(line, plan.me),
    mayWrite: (): boolean => plan.role() !== 'reader',
    putBackWhole(line: Line, then: Moment, whole: Whole): void {
      const isNew = putBackWhole(plan.doc, then, whole, { me: plan.me, randomness })
      setReturned({ line: line.id, how: isNew ? 'back' : 'was-back' })
    },
    putBack(line: Line): void {
      const isNew = putBack(plan.doc, line, { me: plan.me, randomness })
      dealtWith.add(line)
      setReturned({ line: line.id, how: isNew ? 'back' : 'was-back' })
    },
    undo(line: Line): void {
      undoing.undo()
      setReturned({ line: line.id, how: 'undone' })
    },
  }
}
export type PutBack = ReturnType<typeof usePutBack>
