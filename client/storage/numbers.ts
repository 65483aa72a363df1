/** Parsers of stored numbers and people, for the parsers of rows. */
import * as v from 'valibot'
import { parsePersonId } from '#shared/protocol/ids.ts'

const MAX_DATE_MS = 8.64e15 // ECMA-262, §21.4.1.1: the last moment that a Date can hold
/** A number of things. */
export const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** ms since epoch. */
export const MOMENT = v.pipe(COUNT, v.maxValue(MAX_DATE_MS))
export const PERSON_ID = v.pipe(v.string(), v.transform(parsePersonId))
