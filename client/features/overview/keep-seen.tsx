/** Keeps what the overview of the open plan shows, for the next opening, on whichever screen of the plan somebody is. Draws nothing. */
import { createEffect, createRoot, getOwner, on, onCleanup, untrack } from 'solid-js'
import type { SeenLast } from '#ports/seen-last.ts'
import { useBeginning } from '#reactive/use-beginning.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useLanguage } from '#reactive/use-language.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanTitle } from '#reactive/use-plan-title.ts'
import { useSectionName, useSections } from '#reactive/use-sections.ts'
import { useProposal } from './card-offer.tsx'
import { usePartWords } from './use-part-words.ts'

/** `null`: a plan that still says how to begin, which is small, or in which this person takes no part any more. */
const useSeen = (): SeenLast | null => {
  const plan = useOpenPlan()
  const { language } = useLanguage()
  const { begun } = useBeginning()
  if (plan.ended() !== null || !begun().step) return null
  const nameOf = useSectionName()
  const sections = useSections()()
  return {
    language: language(),
    title: usePlanTitle()(),
    parts: sections
      .filter(({ hidden }) => !hidden)
      .map((section) => ({
        section: section.id,
        name: nameOf(section),
        blocks: usePartWords(section.id)(),
      })),
    hidden: sections.filter(({ hidden }) => hidden).map((section) => ({ section: section.id, name: nameOf(section) })),
    proposal: plan.role() === 'reader' ? null : useProposal(() => true)(),
  }
}

export const KeepSeen = () => {
  const plan = useOpenPlan()
  const { seenLast } = useDevice()
  const { language } = useLanguage()
  const owner = getOwner()
  /** Read anew, once: to follow all of it would cost at every letter. */
  const read = (): SeenLast | null =>
    createRoot((end) => {
      const seen = untrack(useSeen)
      end()
      return seen
    }, owner)
  if (plan.practice) return null
  const onUpdate = (): void => seenLast.keep(plan.id, read, true)
  plan.doc.on('update', onUpdate)
  createEffect(
    on([plan.members, plan.role, plan.ended, language], (_now, before) => {
      seenLast.keep(plan.id, read, before !== undefined)
    }),
  )
  onCleanup(() => {
    plan.doc.off('update', onUpdate)
    seenLast.keepNow(plan.id)
  })
  return null
}
