/** People who write all the time, with or without a relay: unique words, overwritten values, and deletions. */
import type { Chance } from '../testing/chance.ts'
import type { Person } from './person.ts'

export type Typist = {
  /** Every word, each written once. */
  readonly words: readonly string[]
  stop(): void
}

/** Between two words, in ms of the writer's clock: as fast as people type, and slower. */
const [SHORTEST_MS, LONGEST_MS] = [60, 400]

export const startWriting = (person: Person, chance: Chance): Typist => {
  const { doc, environment, name } = person
  const words: string[] = []
  const writeOnce = (): void => {
    const word = `${name} ${words.length}`
    const all = doc.getArray<string>('words')
    const scratch = doc.getText('scratch')
    words.push(word)
    doc.transact(() => {
      all.insert(chance.number(0, all.length), [word])
      doc.getMap('values').set(`value ${chance.number(0, 4)}`, word)
      if (scratch.length > 20) scratch.delete(chance.number(0, scratch.length - 6), chance.number(1, 6))
      scratch.insert(chance.number(0, scratch.length), 'abc')
    })
  }
  const goOn = (): (() => void) =>
    environment.after(chance.number(SHORTEST_MS, LONGEST_MS), () => {
      writeOnce()
      stop = goOn()
    })
  let stop = goOn()
  return { words, stop: () => stop() }
}
