/** The sections of the open plan in their order, each with its name in this plan or the default one. */
import type { Accessor } from 'solid-js'
import { type Section, sectionsOf } from '#domain/plan/sections.ts'
import { sameList } from '#domain/document/memoize.ts'
import { toPartNames } from '#wording/whose-plan.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { usePlanState } from './use-plan-state.ts'
import { useWhosePlan } from './use-whose-plan.ts'

export const useSections = (): Accessor<readonly Section[]> => usePlanState(sectionsOf, sameList)

/** The names of the parts, without those that people gave them. */
export const usePartNames = (): Accessor<ReturnType<typeof toPartNames>> => {
  const copy = usePlanCopy()
  const whose = useWhosePlan()
  return () => toPartNames(copy(), whose())
}

export const useSectionName = (): ((section: Section) => string) => {
  const names = usePartNames()
  return (section) => section.title || names()[section.id]
}
