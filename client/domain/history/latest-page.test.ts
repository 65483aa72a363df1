/** The newest page goes on with its log, and says what a reading from the start would say. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPeer } from '../testing/peers.ts'
import { RESIDENT, recordLog, WANDA } from '../testing/recorded-log.ts'
import { writeStory } from '../testing/story.ts'
import { followLatestPage } from './latest-page.ts'
import { readPage } from './read-history.ts'

const READING = { pause: async () => {}, prepare: () => {} }

const exactly = (count: number) => ({ least: count, most: count })

const begin = () => {
  const [me, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  const { entries, log } = recorded
  /** Writes entries, in some of which a sitting goes on. */
  const writeOn = (count: number): void => {
    for (let n = 0; n < count; n += 1) {
      const [author, peer, other] = n % 3 === 0 ? [WANDA, wanda, me] : [RESIDENT, me, wanda]
      recorded.write(author, peer, () => writeStory(peer, `Regel ${entries.length}.`), [other])
      if (n % 5 === 0) recorded.pass(60)
    }
  }
  writeOn(200)
  return { entries, log, writeOn }
}
const follow = (pause = async () => {}) => {
  let documents = 0
  const read = followLatestPage({ pause, prepare: () => void (documents += 1) })
  return { read, documents: () => documents }
}

test('says what a page of that size says, and replays nothing twice', async () => {
  const { entries, log, writeOn } = begin()
  const { read, documents } = follow()
  for (const count of [0, 0, 1, 7, 60]) {
    writeOn(count)
    const page = await read(log())
    expect(page).toEqual(await readPage(log(), entries.length, READING, exactly(entries.length - page.from)))
    expect(page.lines.length).toBeGreaterThan(5)
  }
  expect(documents()).toBe(1)
})

test('begins between two sittings, and stays there while the log goes on', async () => {
  const { log, writeOn } = begin()
  const { read } = follow()
  expect((await read(log())).from).toBe(181)
  writeOn(7)
  expect((await read(log())).from).toBe(181)
})

test('begins anew when it has grown long, when what it read is another’s by now, or the log another', async () => {
  const { entries, log, writeOn } = begin()
  const { read, documents } = follow()
  const first = await read(log())
  writeOn(400)
  const long = await read(log())
  expect([documents(), long.from]).toEqual([2, first.from + 400])
  const moved = entries.map((entry) => (entry.author === WANDA ? { ...entry, author: RESIDENT } : entry))
  expect((await read({ base: null, entries: moved })).lines.every(({ person }) => person === RESIDENT)).toBe(true)
  const other = moved.map((entry, at) =>
    at === moved.length - 2 ? { ...entry, update: entry.update.slice(1) } : entry,
  )
  await read({ base: null, entries: other })
  expect(documents()).toBe(4)
})

test('goes on where older entries have come before it, or gone', async () => {
  const { entries, log } = begin()
  const { read, documents } = follow()
  const base = Y.mergeUpdates(entries.slice(0, 20).map(({ update }) => update))
  const folded = { base, entries: entries.slice(20) }
  const { lines, from } = await read(folded)
  expect(await read(log())).toEqual({ lines, from: from + 20 })
  expect(await read(folded)).toEqual({ lines, from })
  expect(documents()).toBe(1)
})

test('two who ask at once are answered one after the other', async () => {
  const { log } = begin()
  const { read, documents } = follow()
  const [one, other] = await Promise.all([read(log()), read(log())])
  expect(other).toEqual(one)
  expect(documents()).toBe(1)
})

test('after a reading that failed the next one says all', async () => {
  const { entries, log, writeOn } = begin()
  let fails = false
  const pause = async () => {
    if (fails) throw new Error('The page is going.')
  }
  const { read } = follow(pause)
  await read(log())
  writeOn(200)
  fails = true
  await expect(read(log())).rejects.toThrow('going')
  fails = false
  const { lines, from } = await read(log())
  expect(lines).toEqual((await readPage(log(), entries.length, READING, exactly(entries.length - from))).lines)
})
