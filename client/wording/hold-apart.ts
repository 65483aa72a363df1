/**
 * The one place where words of people come into sentences: whatever is given to a function of a language stands isolated in what it
 * says, if it is written from right to left (Unicode TR 9), so that it turns neither the words nor the numbers around it.
 */
import { isolate } from '#domain/plan/names.ts'

type Say = (...given: readonly unknown[]) => unknown

/** Names come in lists, and with what is said of them. */
const isolateAll = (given: unknown): unknown => {
  if (typeof given === 'string') return isolate(given)
  if (Array.isArray(given)) return given.map(isolateAll)
  return isRecord(given) ? mapRecord(given, isolateAll) : given
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
const mapRecord = (record: object, map: (value: unknown) => unknown): unknown =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))

/** Each part when it is first said: a screen says few of the words of a language, and they are many. */
const mapWhenAsked = (record: object, map: (value: unknown) => unknown): object => {
  const mapped = {}
  for (const [name, part] of Object.entries(record))
    Object.defineProperty(mapped, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = map(part)
        Object.defineProperty(mapped, name, { enumerable: true, value })
        return value
      },
    })
  return mapped
}

const hold = (part: unknown): unknown => {
  if (typeof part === 'function') return (...given: readonly unknown[]) => (part as Say)(...given.map(isolateAll))
  if (Array.isArray(part)) return part.map(hold)
  return isRecord(part) ? mapWhenAsked(part, hold) : part
}

/** `words`: of a language, or what holds them. */
export const holdApart = <Words>(words: Words): Words => hold(words) as Words
