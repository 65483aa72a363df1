import { expect, test } from 'vitest'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_PRESENCE_BYTES } from '#shared/protocol/limits.ts'
import { createPresencePost, readPresences } from './presence-post.ts'

const id = (n: number): Uint8Array => new Uint8Array(16).fill(n)
const PLAN = toWorkspaceId(id(1))
const posted = (person: number, byte: number, length = 3) => ({
  workspace: PLAN,
  presence: { author: toPersonId(id(person)), epoch: 4, sealed: new Uint8Array(length).fill(byte) },
})

test("each person's last presence arrives unchanged, all in one message", () => {
  const post = createPresencePost()
  for (const one of [posted(1, 1), posted(2, 2), posted(1, 3)]) post.add(one)
  const messages = post.take()
  expect(messages.map(readPresences)).toEqual([[posted(1, 3), posted(2, 2)]])
  expect(post.take()).toEqual([])
})

test("however many people move at once, the messages are few and within PostgreSQL's limit", () => {
  const post = createPresencePost()
  for (let person = 0; person < 250; person += 1) post.add(posted(person, 1, person === 0 ? MAX_PRESENCE_BYTES : 400))
  const messages = post.take()
  expect(messages).toHaveLength(8)
  expect(Math.max(...messages.map(({ length }) => length))).toBeLessThanOrEqual(7_900)
  expect(messages.flatMap(readPresences).length).toBeGreaterThan(80)
})

test('an unreadable part is left out', () => {
  const post = createPresencePost()
  post.add(posted(1, 1))
  const [message = ''] = post.take()
  const wrong = ['', 'x', 'a.b.c.d', `${message}.more`, message.replace('.4.', '.x.'), message.slice(0, -3)]
  expect(readPresences([...wrong, message].join(','))).toEqual([posted(1, 1)])
})
