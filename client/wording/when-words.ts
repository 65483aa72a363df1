/** A day in words, with its time where people chose one. `now`: a day of another year has its year; 0: always. */
import { type When, whenToMs } from '#domain/document/when.ts'
import type { FirstCopy } from '#copy/languages.ts'

export const toWhenWords = (copy: FirstCopy, when: When, now: number): string =>
  copy.goals[when.time === null ? 'day' : 'dayAndTime'](whenToMs(when), now)
