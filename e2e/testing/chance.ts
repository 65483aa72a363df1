/** Seeded randomness: the same seed gives the same schedule. */
import * as prng from 'lib0/prng'

export type Chance = {
  /** From `least` to `most`, both included. */
  number(least: number, most: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<Value>(values: readonly Value[]): Value | undefined
  bytes(length: number): Uint8Array<ArrayBuffer>
}

export const createChance = (seed: number): Chance => {
  const generator = prng.create(seed)
  const number = (least: number, most: number): number => prng.int32(generator, least, most)
  return {
    number,
    happens: (probability) => prng.real53(generator) < probability,
    pick: (values) => values[number(0, Math.max(0, values.length - 1))],
    bytes: (length) => Uint8Array.from({ length }, () => number(0, 255)),
  }
}
