/** Keeps the load generator on the relay's current protocol: otherwise the figures would be about something else. */
import { expect, onTestFinished, test } from 'vitest'
import { gather } from '../figures/room.ts'
import { startServer } from '../servers/start.ts'
import { createWeefProtocol } from './weef.ts'

test('sealed edits of the load generator are committed, and delivered to everybody else in the room', async () => {
  const server = await startServer('weef-sqlite')
  onTestFinished(() => server.stop())
  const protocol = createWeefProtocol(server)
  await protocol.prepare({ rooms: 1, people: 3, edits: 2, perRoom: 1 })
  const heard = Promise.withResolvers<undefined>()
  const look = (): void => {
    if (crowd.missing() === 0 && crowd.counts().kept === 3) heard.resolve(undefined)
  }
  const crowd = await gather(protocol, [0], 3, { delivered: look, kept: look })
  for (const seat of crowd.seats) seat.send()
  await heard.promise
  crowd.close()
  expect(crowd.counts()).toEqual({ sent: 3, delivered: 6, kept: 3, refused: 0 })
  expect((await server.usage()).cpu).toBeGreaterThan(0)
})
