/** The parts of the open plan in their order, and what each is called here: by its own name, or by the word that everybody has. */
import type { Accessor } from 'solid-js'
import { readSections, type Section } from '#domain/plan/sections.ts'
import { followDoc, sameContent } from './follow-doc.ts'
import { useCopy } from './use-copy.ts'
import { useOpenPlan } from './use-open-plan.ts'

export const useSections = (): Accessor<readonly Section[]> => followDoc(useOpenPlan().doc, readSections, sameContent)

export const useSectionName = (): ((section: Section) => string) => {
  const copy = useCopy()
  return (section) => section.title || copy().plan[section.id]
}
