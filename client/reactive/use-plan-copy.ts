/** The words of a plan in the reader's language. Whoever imports this brings them in Dutch along. */
import type { Accessor } from 'solid-js'
import { joinWords, type PlanCopy } from '#copy/languages.ts'
import { nlFirst } from '#copy/nl/first.ts'
import { nlPlan } from '#copy/nl/plan.ts'
import { holdApart } from '#wording/hold-apart.ts'
import { useLanguage } from './use-language.ts'

const dutch = holdApart(joinWords(nlFirst, nlPlan))

export const usePlanCopy = (): Accessor<PlanCopy> => {
  const { words } = useLanguage()
  return () => {
    const { language, copy } = words()
    return language === 'nl' ? dutch : copy
  }
}
