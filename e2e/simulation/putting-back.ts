/** Somebody puts back what the history of their device shows as gone, while others write on. */
import { putBack, mayPutBack } from '#domain/history/put-back.ts'
import { readPage } from '#domain/history/read-history.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { keepRedundantMarks } from '#sync/document/keep-redundant-marks.ts'
import type { SimulatedDevice } from './device.ts'
import { count } from './tally.ts'
import { mayWrite, type World } from './world.ts'

/** Whether every character of `part` stands in `whole`, in this order. */
const isWithin = (part: string, whole: string): boolean => {
  let from = 0
  for (const character of part) {
    from = whole.indexOf(character, from) + 1
    if (from === 0) return false
  }
  return true
}

export const putBackFromHistory = async (world: World, device: SimulatedDevice): Promise<void> => {
  const running = device.running()
  if (running === null || world.isHome || device.disk.preview() !== null) return
  const journal = await device.disk.journal.load()
  if (journal === null) return
  const { base, entries } = journal
  const log = { base: base.document, entries }
  const { lines } = await readPage(log, entries.length, { pause: async () => {}, prepare: keepRedundantMarks })
  const me = device.person.id
  const line = world.chance.pick(lines.filter((each) => mayPutBack(each, me)))
  if (line === undefined || device.running() !== running || !mayWrite(device)) return
  const { doc } = running
  const before = readStoryText(doc)
  const isBack = putBack(doc, line, { me, randomness: { randomBytes: world.chance.bytes } })
  const after = readStoryText(doc)
  if (!isWithin(before, after)) throw new Error(`Putting back took something away: "${before}" became "${after}".`)
  count(world.tally, isBack ? 'history: put back' : 'history: it is all there')
}
