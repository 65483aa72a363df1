/** All of English: a missing text does not compile. */
import { type Copy, joinLayers } from './languages.ts'
import { enAside } from './en/aside.ts'
import { enFirst } from './en/first.ts'
import { enMore } from './en/more.ts'
import { enPlan } from './en/plan.ts'

export const en: Copy = joinLayers([enFirst, enAside, enPlan, enMore])
