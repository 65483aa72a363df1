/**
 * The sharing state in the top bar of every screen of a plan. Announced only when its kind changes, not at each keystroke.
 */
import { createMemo, untrack } from 'solid-js'
import type { PlanCopy } from '#copy/languages.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import { Dotted } from '#ui/dotted.tsx'
import { StatusLine } from '#ui/status-line.tsx'
import { toSharingWords, type SharingWords } from './sharing-words.ts'

/** States that pass by themselves within a moment while somebody types. */
const isPassing = (kind: SharingWords['kind']): boolean => kind === 'saving' || kind === 'sharing' || kind === 'keeping'

export const SharingLine = (props: { plan: OpenPlan }) => {
  const copy = usePlanCopy()
  const platform = usePlatform()
  const words = createMemo(() => toSharingWords(copy(), props.plan.sharing(), platform.now()))
  const kind = createMemo<SharingWords['kind'] | undefined>((last) =>
    last !== undefined && isPassing(words().kind) ? last : words().kind,
  )
  /** Empty at first and after a change of language: an unchanged state is no news. */
  const announced = createMemo<{ kind: SharingWords['kind'] | undefined; copy: PlanCopy; text: string }>(
    (last) =>
      last.kind === kind() || last.kind === undefined || last.copy !== copy()
        ? { kind: kind(), copy: copy(), text: '' }
        : { kind: kind(), copy: copy(), text: untrack(words).short.join(' · ') },
    { kind: undefined, copy: copy(), text: '' },
  )
  return (
    <>
      <StatusLine tone={words().tone}>
        <Dotted texts={words().short} />
      </StatusLine>
      <span class="only-heard" aria-live="polite">
        {announced().text}
      </span>
    </>
  )
}
