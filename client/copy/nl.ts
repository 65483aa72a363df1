/** All of Dutch, at level A2: short sentences, everyday words, "je". Its type is the one that every other language implements. */
import { type Copy, joinLayers } from './languages.ts'
import { nlAside } from './nl/aside.ts'
import { nlFirst } from './nl/first.ts'
import { nlMore } from './nl/more.ts'
import { nlPlan } from './nl/plan.ts'

export const nl: Copy = joinLayers([nlFirst, nlAside, nlPlan, nlMore])
