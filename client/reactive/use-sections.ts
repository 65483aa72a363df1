/** The sections of the open plan in their order, each with its name in this plan or the default one. */
import type { Accessor } from 'solid-js'
import { type Section, sectionsOf } from '#domain/plan/sections.ts'
import { sameList } from '#domain/document/memoize.ts'
import { useCopy } from './use-copy.ts'
import { usePlanState } from './use-plan-state.ts'

export const useSections = (): Accessor<readonly Section[]> => usePlanState(sectionsOf, sameList)

export const useSectionName = (): ((section: Section) => string) => {
  const copy = useCopy()
  return (section) => section.title || copy().plan[section.id]
}
