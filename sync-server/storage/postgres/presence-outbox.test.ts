import { expect, test } from 'vitest'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_PRESENCE_BYTES } from '#shared/protocol/limits.ts'
import { createPresenceOutbox, readPresences } from './presence-outbox.ts'

const id = (n: number): Uint8Array => new Uint8Array(16).fill(n)
const PLAN = toWorkspaceId(id(1))
const addressed = (person: number, byte: number, length = 3) => ({
  workspace: PLAN,
  presence: { author: toPersonId(id(person)), epoch: 4, sealed: new Uint8Array(length).fill(byte) },
})

test("each person's last presence arrives unchanged, all in one message", () => {
  const outbox = createPresenceOutbox()
  for (const one of [addressed(1, 1), addressed(2, 2), addressed(1, 3)]) outbox.add(one)
  const messages = outbox.take()
  expect(messages.map(readPresences)).toEqual([[addressed(1, 3), addressed(2, 2)]])
  expect(outbox.take()).toEqual([])
})

test("however many people move at once, the messages are few and within PostgreSQL's limit", () => {
  const outbox = createPresenceOutbox()
  for (let person = 0; person < 250; person += 1)
    outbox.add(addressed(person, 1, person === 0 ? MAX_PRESENCE_BYTES : 400))
  const messages = outbox.take()
  expect(messages).toHaveLength(8)
  expect(Math.max(...messages.map(({ length }) => length))).toBeLessThanOrEqual(7_900)
  expect(messages.flatMap(readPresences).length).toBeGreaterThan(80)
})

test('an unreadable part is left out', () => {
  const outbox = createPresenceOutbox()
  outbox.add(addressed(1, 1))
  const [message = ''] = outbox.take()
  const wrong = ['', 'x', 'a.b.c.d', `${message}.more`, message.replace('.4.', '.x.'), message.slice(0, -3)]
  expect(readPresences([...wrong, message].join(','))).toEqual([addressed(1, 1)])
})
