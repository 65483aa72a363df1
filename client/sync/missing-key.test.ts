/** Found by the simulation: who joins reads the log before they have its keys, and somebody counts on that. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCircle } from '#keys/testing/circle.ts'
import { createRelayRoom, type Here, type RelayRoom } from '#testing/relay-room.ts'
import { craftUpdate } from './testing/craft-update.ts'
import { createLog } from './testing/log.ts'

let room: RelayRoom
beforeEach(() => {
  room = createRelayRoom()
})
afterEach(() => room.end())

test('what counts only as long as a key is missing is never shown', async () => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for neighbour')
  await circle.join('neighbour', 'for neighbour')
  const log = createLog(circle)
  const writer = await log.openDoc('neighbour')
  await circle.invite('worker', 'for friend', { role: 'reader' })
  await log.write(writer, (story) => story.insert(0, 'true'))
  await circle.join('friend', 'for friend')
  await log.craft(writer, craftUpdate([{ client: writer.client, clock: 0, structs: [{ text: 'FALSE' }] }]))
  expect((await log.readAs('worker')).verdicts.at(-1)).toBe('E5')
  const [friend] = (await room.gather(circle, log.items, 'friend')) as [Here]
  await room.pass(1_000)
  expect(friend.story()).toBe('true')
})
