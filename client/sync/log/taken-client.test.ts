/**
 * [E4] A clientID belongs to whoever the log has it from first. Real ones have 53 bits, so that a second salt for one takes days
 * of work; here they are short, and found at once.
 */
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createCircle, holderOf } from '#keys/testing/circle.ts'
import type * as ClientIds from '../document/client-ids.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { authorAt } from './log-state.ts'
import { createLog, type Log, type Writer } from '../testing/log.ts'

const SHORT = 64
vi.mock('../document/client-ids.ts', async (original) => {
  const real = await original<typeof ClientIds>()
  return {
    ...real,
    deriveClientId: (...from: Parameters<typeof real.deriveClientId>) => real.deriveClientId(...from) % SHORT,
  }
})

/** A load of this person's document whose clientID is another's. */
const openUnder = async (log: Log, name: string, client: number): Promise<Writer> => {
  for (;;) {
    const writer = await log.openDoc(name)
    if (writer.client === client) return writer
  }
}

test('what a second person writes under it counts, is theirs in the log, and is nobody’s by its clientID', async () => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for neighbour')
  await circle.join('neighbour', 'for neighbour')
  const log = createLog(circle)
  const [worker, neighbour] = [(await holderOf('worker')).id, (await holderOf('neighbour')).id]
  const victim = await log.openDoc('worker')
  await log.write(victim, (story) => story.insert(0, 'mine'))
  const before = await log.readAs('worker')
  expect([authorAt(before.follower.state, victim.client), before.alarms]).toEqual([worker, []])

  const taker = await openUnder(log, 'neighbour', victim.client)
  Y.applyUpdate(taker.doc, Y.encodeStateAsUpdate(victim.doc))
  taker.doc.clientID = victim.client // Yjs gave it another one
  await log.write(taker, (story) => story.insert(4, ', I agree'))
  const seq = log.items.length
  const { follower, verdicts, alarms, text } = await log.readAs('worker')
  expect([verdicts.at(-1), text()]).toEqual(['entry', 'mine, I agree']) // as with every version
  expect(alarms).toMatchObject([{ kind: 'taken-client', author: neighbour, seq }])
  expect(authorAt(follower.state, victim.client)).toBeNull()
  expect(follower.state.authors.get(victim.client)?.person).toBe(worker)

  const cursor = { ...follower.state, records: follower.state.recordHashes.length }
  expect(decodeCursor(encodeCursor(cursor))?.taken).toEqual(new Set([victim.client]))
  expect(encodeCursor({ ...cursor, taken: new Set() }).length).toBeLessThan(encodeCursor(cursor).length)
})
