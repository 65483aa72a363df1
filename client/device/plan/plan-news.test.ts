/** What somebody took away, as it is kept until it is dealt with, whatever the relay says of when it was. */
import * as v from 'valibot'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { storyOf } from '#domain/document/plan-doc.ts'
import { markSeen } from '#domain/news/news.ts'
import { createPeer } from '#domain/testing/peers.ts'
import { paragraph } from '#domain/testing/story.ts'
import { toPersonId } from '#shared/protocol/ids.ts'
import { TAKEN } from '#storage/news-rows.ts'
import { readTaken } from './plan-news.ts'

test('an item that the relay dates beyond all dates is kept as news of what was taken away', () => {
  const { doc } = createPeer(1)
  storyOf(doc).insert(0, [paragraph('Ik woon hier al elf jaar.')])
  const seen = markSeen(doc)
  const before = Y.encodeStateVector(doc)
  storyOf(doc).delete(0, 1)
  const [me, author] = [toPersonId(new Uint8Array(16).fill(1)), toPersonId(new Uint8Array(16).fill(2))]
  const update = Y.encodeStateAsUpdate(doc, before)
  const at = Number.MAX_SAFE_INTEGER
  const entry = { seq: 7, author, at, firstEdit: at, lastEdit: at, update }
  const taken = readTaken(doc, seen, me, [entry], () => false)
  expect(taken).toMatchObject([{ person: author, part: 'story', from: 7 }])
  expect(v.parse(TAKEN, taken)).toEqual(taken)
})
