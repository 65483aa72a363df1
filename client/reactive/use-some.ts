/** The first of many: a list that anybody can make as long as they like shows some, and more on request. */
import { createSignal } from 'solid-js'

/** The most rows at first, and with each request: a phone draws them in a second. */
export const SOME = 50

export type Some<Row> = {
  readonly shown: () => readonly Row[]
  /** The number of rows that are not shown. */
  readonly rest: () => number
  readonly more: () => void
}

export const createSome = <Row>(all: () => readonly Row[], step: number = SOME): Some<Row> => {
  const [most, setMost] = createSignal(step)
  return {
    shown: () => (all().length > most() ? all().slice(0, most()) : all()),
    rest: () => Math.max(0, all().length - most()),
    more: () => setMost((before) => before + step),
  }
}
