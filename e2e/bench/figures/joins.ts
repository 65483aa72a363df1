/** Figure 5: a hundred people load a document of one megabyte (a plan of five years) on a new device, in small groups. */
import { inBatches } from '../load/batches.ts'
import { type Numbers, percentile, range, type FigureContext } from './measure.ts'

const PEOPLE = 100

export const measureJoins = async ({ protocol, usage }: FigureContext): Promise<Numbers> => {
  await protocol.prepareDocument(PEOPLE)
  await protocol.fetchDocument(0)
  const before = await usage()
  const times = await inBatches(range(PEOPLE), async (person) => {
    const at = performance.now()
    await protocol.fetchDocument(person)
    return performance.now() - at
  })
  const after = await usage()
  return { 'CPU ms/join': (after.cpu - before.cpu) / 1_000 / PEOPLE, 'p50 ms': percentile(times, 0.5) }
}
