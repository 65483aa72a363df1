/** A device whose clock stood in 2036 hears the relay: what it had dated is dated anew, for everybody. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addConversation, readConversations } from '#domain/conversations/conversations.ts'
import { readCheckIns, startCheckIn } from '#domain/wheel/check-ins.ts'
import { openBrowser, planOf, startApp } from '#e2e/testing/real-device.ts'
import { createRelayRoom, type RelayRoom } from '#e2e/testing/relay-room.ts'

const TEN_YEARS_MS = 3_650 * 86_400_000

let room: RelayRoom

beforeEach(() => {
  openBrowser()
  room = createRelayRoom()
})
afterEach(async () => {
  await room.end()
  vi.unstubAllGlobals()
  expect(room.errors).toEqual([])
})

test('wheels and conversations made under a wrong clock are dated by the relay’s once it is heard', async () => {
  const { device } = await startApp(room)
  const id = await device.startPlan({ title: 'Samen', name: 'Ans', forWhom: 'me' })
  const handle = device.openPlan(id)
  const { doc, me, sharing } = await planOf(room, handle)
  const { randomBytes } = room.environmentOf('ans')
  vi.setSystemTime(Date.now() + TEN_YEARS_MS)
  const wheel = startCheckIn(doc, { who: { person: me }, at: Date.now(), pack: 'neutral' }, { randomBytes })
  addConversation(doc, Date.now(), { randomBytes })
  expect(readCheckIns(doc)[0]?.at).toBeGreaterThanOrEqual(TEN_YEARS_MS)
  await room.until(() => sharing().connection === 'online')
  expect(readCheckIns(doc)).toMatchObject([{ id: wheel, who: { person: me } }])
  expect(readCheckIns(doc)[0]?.at).toBeLessThan(TEN_YEARS_MS)
  expect(readConversations(doc)[0]?.at).toBeLessThan(TEN_YEARS_MS)
  await room.during(handle.close())
})
