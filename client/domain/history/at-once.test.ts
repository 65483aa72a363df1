/** What people did who worked at the same time. */
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import { setText } from '../document/texts.ts'
import { addGoal, readGoals } from '../goals/goals.ts'
import { createPeer, type Peer } from '../testing/peers.ts'
import { RESIDENT, recordLog, WANDA } from '../testing/recorded-log.ts'
import { paragraph, writeStory } from '../testing/story.ts'
import { readPage } from './read-history.ts'
import { wordsOf } from './words-of.ts'

const begin = () => {
  const [me, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  return {
    recorded,
    mine: (act: (peer: Peer) => void) => recorded.write(RESIDENT, me, act, [wanda]),
    hers: (act: (peer: Peer) => void) => recorded.write(WANDA, wanda, act, [me]),
  }
}
const linesOf = async ({ entries: { length }, log }: ReturnType<typeof recordLog>) => {
  const reading = { pause: async () => {}, prepare: () => {} }
  return (await readPage(log(), length, reading, { least: length, most: length })).lines
}
const whoDid = (lines: Awaited<ReturnType<typeof linesOf>>) =>
  lines.map(({ person, act }) => `${person === WANDA ? 'Wanda' : 'ik'} ${act}`)

test('two who write beside each other are a line each; another sitting is another line', async () => {
  const { recorded, mine, hers } = begin()
  mine((peer) => writeStory(peer, 'Ik woon hier.'))
  hers((peer) => writeStory(peer, 'Samen.'))
  mine((peer) => writeStory(peer, 'Al jaren.'))
  hers((peer) => writeStory(peer, 'Graag.'))
  recorded.pass(60)
  mine((peer) => writeStory(peer, 'Later.'))
  const lines = await linesOf(recorded)
  expect(whoDid(lines)).toEqual(['ik wrote', 'Wanda wrote', 'ik wrote'])
  expect(wordsOf(lines[2]?.details ?? []).map(({ text }) => text.trim())).toEqual(['Ik woon hier.', 'Al jaren.'])
})

test('what another has worked on since is another line: a paragraph, or one text of a goal', async () => {
  const { recorded, mine, hers } = begin()
  mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk', why: 'geld' }, randomness))
  recorded.pass(60)
  const write = (field: 'why' | 'title', text: string) => (peer: Peer) =>
    setText(peer.doc, 'goal', readGoals(peer.doc)[0]!.id, field, text)
  mine(write('why', 'geld en rust'))
  hers(write('title', 'Werk bij mij'))
  mine(write('why', 'geld en veel rust'))
  hers(write('why', 'geld en meer rust'))
  mine(write('why', 'geld'))
  expect((await linesOf(recorded)).map(({ from, to }) => [from, to])).toEqual([
    [6, 6],
    [5, 5],
    [2, 4],
    [3, 3],
    [1, 1],
  ])
})

test('a word that is half written has taken the place of no other', async () => {
  const { recorded, mine, hers } = begin()
  mine((peer) => writeStory(peer, 'Ik w'))
  const text = (peer: Peer) => (storyOf(peer.doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
  hers((peer) => text(peer).insert(0, 'O, '))
  mine((peer) => text(peer).insert(text(peer).length, 'oon hier.'))
  expect(whoDid(await linesOf(recorded))).toEqual(['ik wrote', 'Wanda wrote', 'ik wrote'])
})

test('who only parts or joins lines is not said to have changed words; a word that went is', async () => {
  const { recorded, mine, hers } = begin()
  const story = (peer: Peer) => storyOf(peer.doc)
  const text = (peer: Peer, index: number) => (story(peer).get(index) as Y.XmlElement).get(0) as Y.XmlText
  mine((peer) => writeStory(peer, 'Ik woon hier al elf jaar.', 'Het bevalt.'))
  hers((peer) => {
    text(peer, 0).delete(12, 13)
    story(peer).insert(1, [paragraph('al elf jaar.')])
  })
  recorded.pass(60)
  // Enter at another's caret: the first half is the new paragraph
  hers((peer) => {
    text(peer, 1).delete(0, 7)
    story(peer).insert(1, [paragraph('al elf')])
  })
  recorded.pass(60)
  hers((peer) => {
    story(peer).delete(3, 1)
    story(peer).insert(0, [paragraph('Het bevalt.')])
  })
  recorded.pass(60)
  hers((peer) => {
    text(peer, 1).delete(0, 3)
    story(peer).insert(1, [paragraph('Wij')])
  })
  expect(whoDid(await linesOf(recorded)).toReversed()).toEqual([
    'ik wrote',
    'Wanda spaced',
    'Wanda spaced',
    'Wanda changed',
    'Wanda changed',
  ])
})
