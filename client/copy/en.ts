/** All of English: a missing text does not compile. */
import { type Copy, joinWords } from './languages.ts'
import { enFirst } from './en/first.ts'
import { enMore } from './en/more.ts'
import { enPlan } from './en/plan.ts'

export const en: Copy = joinWords(joinWords(enFirst, enPlan), enMore)
