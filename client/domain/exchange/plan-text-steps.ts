/** A step in words: what, who, by when, how, and how far it is. */
import type { Step } from '../goals/steps.ts'
import { several, type StepCells } from './plan-text-blocks.ts'
import type { PlanWords } from './plan-text-words.ts'

export const stepCells = (words: PlanWords, step: Step): StepCells => [
  step.what || words.goals.noWords,
  several(words, step.who, words.who),
  several(words, step.when, words.when),
  several(words, step.form, (form) => words.conversations.forms[form]),
  several(words, step.status, (status) => words.goals.stepStatus[status]),
]
