/** Writes a day and its time (when.ts). */
import type * as Y from 'yjs'
import type { ValueKey } from './value-name.ts'
import { type Randomness, readValues, renewValue, setValue } from './values.ts'
import type { When } from './when.ts'

/**
 * Sets both. The day is written anew with the time, also when it stays: another person who changes the day meanwhile has then
 * chosen besides this, and not instead of it.
 */
export const setWhen = (
  doc: Y.Doc,
  keys: { readonly day: ValueKey; readonly time: ValueKey },
  when: When | null,
  randomness: Randomness,
): void =>
  doc.transact(() => {
    const time = when?.time ?? null
    const times = readValues(doc, keys.time)
    if (times.length === 0 && time === null) return setValue(doc, keys.day, when?.day ?? null, randomness)
    if (times.length !== 1 || times[0] !== time) renewValue(doc, keys.day, when?.day ?? null, randomness)
    else setValue(doc, keys.day, when?.day ?? null, randomness)
    setValue(doc, keys.time, time, randomness)
  }, setWhen)
