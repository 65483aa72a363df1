/** The words of a plan in the reader's language. */
import type { Accessor } from 'solid-js'
import type { PlanCopy } from '#copy/languages.ts'
import { useLayer } from './use-language.ts'

export const usePlanCopy = (): Accessor<PlanCopy> => useLayer<PlanCopy>('plan')
