import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { setAside } from '../document/aside.ts'
import { entitiesOf, storyOf } from '../document/plan-doc.ts'
import { readText, setText } from '../document/texts.ts'
import { setAnswer } from '../goals/answers.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { setMyName } from '../plan/people.ts'
import { readStory } from '../story/story.ts'
import { readStoryText } from '../story/story-text.ts'
import { createPeer, meet, type Peer } from '../testing/peers.ts'
import { RESIDENT, recordLog, WANDA } from '../testing/recorded-log.ts'
import { paragraph, writeStory } from '../testing/story.ts'
import { toInsertions } from './insertions.ts'
import type { Line } from './lines.ts'
import { wordsOf } from './words-of.ts'
import { followPutBack, mayPutBack, putBack } from './put-back.ts'
import { readPage } from './read-history.ts'

const wordsAt = ({ doc }: Peer, index: number): Y.XmlText =>
  (storyOf(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText

const begin = () => {
  const [me, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  const last = async (): Promise<Line> => {
    const { lines } = await readPage(recorded.log(), recorded.entries.length, {
      pause: async () => {},
      prepare: () => {},
    })
    const line = lines.find(({ person }) => person === WANDA)
    if (line === undefined) throw new Error('Wanda did nothing.')
    return line
  }
  const back = (line: Line) => putBack(me.doc, line, { me: RESIDENT, randomness: me.randomness })
  return {
    me,
    wanda,
    last,
    back,
    mine: (act: (peer: Peer) => void) => recorded.write(RESIDENT, me, act, [wanda]),
    hers: (act: (peer: Peer) => void) => recorded.write(WANDA, wanda, act, [me]),
  }
}

describe('the story', () => {
  test('all of it comes back in its order, and what was written since stays', async () => {
    const { me, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'Ik woon hier.', 'Ik wil werken.', 'Ik ken niemand.'))
    hers(({ doc }) => storyOf(doc).delete(0, 3))
    const line = await last()
    hers((peer) => writeStory(peer, 'Sorry, te veel weg.'))
    expect(mayPutBack(line, RESIDENT)).toBe(true)
    expect(back(line)).toBe(true)
    expect(readStoryText(me.doc)).toBe('Ik woon hier.\n\nIk wil werken.\n\nIk ken niemand.\n\nSorry, te veel weg.')
    expect(back(line)).toBe(false)
  })

  test('words come back where they stood, with their marks, between words that were written since', async () => {
    const { me, mine, hers, last, back } = begin()
    mine(({ doc }) => storyOf(doc).insert(0, [paragraph('Ik wil ')]))
    mine((peer) => wordsAt(peer, 0).insert(7, 'heel graag ', { bold: {} }))
    mine((peer) => wordsAt(peer, 0).insert(18, 'werken.', { bold: null }))
    hers((peer) => wordsAt(peer, 0).delete(7, 11))
    const line = await last()
    hers((peer) => wordsAt(peer, 0).insert(0, 'Nu: '))
    hers((peer) => wordsAt(peer, 0).insert(wordsAt(peer, 0).length, ' Echt.'))
    back(line)
    expect(readStoryText(me.doc)).toBe('Nu: Ik wil heel graag werken. Echt.')
    const [block] = readStory(me.doc)
    expect(block?.name === 'paragraph' && block.runs.find(({ bold }) => bold)?.text).toBe('heel graag ')
  })

  test('a paragraph that was emptied gets its words again', async () => {
    const { me, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'Ik woon hier.'))
    hers(({ doc }) => (storyOf(doc).get(0) as Y.XmlElement).delete(0, 1))
    back(await last())
    expect(readStoryText(me.doc)).toBe('Ik woon hier.')
    expect(storyOf(me.doc).length).toBe(1)
  })

  test('what a stranger put between the paragraphs, and is none, changes no place and stops nobody', async () => {
    const { me, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'Ik woon hier.', 'Ik wil werken.'))
    hers(({ doc }) => storyOf(doc).insert(1, ['geen alinea', { ook: 'niet' }, 7] as never))
    hers(({ doc }) => storyOf(doc).delete(4, 1))
    expect(back(await last())).toBe(true)
    expect(storyOf(me.doc).toArray()).toEqual(expect.arrayContaining(['geen alinea', { ook: 'niet' }, 7]))
    expect(readStoryText(me.doc)).toBe('Ik woon hier.\n\nIk wil werken.')
  })

  test('words that others wrote into an emptied paragraph stay a paragraph of their own', async () => {
    const { me, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'Ik woon hier.', 'Ik wil werken.'))
    hers(({ doc }) => {
      wordsAt({ doc } as Peer, 0).delete(0, 'Ik woon hier.'.length)
      storyOf(doc).delete(1, 1)
    })
    const line = await last()
    hers((peer) => wordsAt(peer, 0).insert(0, 'Hoe gaat het?'))
    expect(back(line)).toBe(true)
    expect(readStoryText(me.doc)).toBe('Ik woon hier.\n\nIk wil werken.\n\nHoe gaat het?')
    expect(back(line)).toBe(false)
  })

  test('a word that another took the place of stands beside it, and a rewritten paragraph before it', async () => {
    const { me, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'Ik wil vaker naar buiten.', 'Ik zoek een huis met een tuin.'))
    hers((peer) => {
      wordsAt(peer, 0).delete(7, 'vaker'.length)
      wordsAt(peer, 0).insert(7, 'nooit')
      wordsAt(peer, 1).delete(0, 'Ik zoek een huis met een tuin.'.length)
      wordsAt(peer, 1).insert(0, 'Ze gaat bij haar zus wonen.')
    })
    expect(back(await last())).toBe(true)
    expect(readStoryText(me.doc)).toBe(
      'Ik wil vaker nooit naar buiten.\n\nIk zoek een huis met een tuin.\n\nZe gaat bij haar zus wonen.',
    )
    expect(back(await last())).toBe(false)
  })

  test('of paragraphs that say the same each comes back, and none twice', async () => {
    const { me, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'Ja.', 'Nee.', 'Ja.', 'Ja.'))
    hers(({ doc }) => storyOf(doc).delete(0, 3))
    const line = await last()
    expect(back(line)).toBe(true)
    expect(readStoryText(me.doc)).toBe('Ja.\n\nNee.\n\nJa.\n\nJa.')
    expect(back(line)).toBe(false)
  })

  test('a story of thousands of rewritten paragraphs is compared in parts of its words, and comes back', async () => {
    const { me, mine, hers, last, back } = begin()
    const page = (word: string): string => Array.from({ length: 60 }, (_, at) => `${word}${at} en`).join(' ')
    const count = 2_000
    mine((peer) => writeStory(peer, ...Array.from({ length: count }, () => page('a'))))
    hers((peer) => {
      for (let at = 0; at < count; at += 1) {
        const text = wordsAt(peer, at)
        text.delete(0, text.length)
        text.insert(0, page('b'))
      }
    })
    const line = await last()
    const words = wordsOf(line.details)
    expect(words.length).toBeLessThan(count * 5) // word by word it would be sixty times as many
    expect(words.filter(({ kind }) => kind === 'kept').length).toBeGreaterThan(100)
    expect(back(line)).toBe(true)
    expect(readStoryText(me.doc)).toContain('a59 en')
  })

  test('a paragraph comes back behind the nearest that still stands', async () => {
    const { me, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'een', 'twee', 'drie', 'vier'))
    hers(({ doc }) => storyOf(doc).delete(2, 1))
    const line = await last()
    mine(({ doc }) => storyOf(doc).delete(1, 1))
    back(line)
    expect(readStoryText(me.doc)).toBe('een\n\ndrie\n\nvier')
  })

  test('can be taken back itself, but not what others wrote in it since', async () => {
    const { me, wanda, mine, hers, last, back } = begin()
    mine((peer) => writeStory(peer, 'Ik woon hier.', 'Ik wil werken.'))
    hers(({ doc }) => storyOf(doc).delete(0, 2))
    const line = await last()
    const { undo, stop } = followPutBack(me.doc)
    back(line)
    undo()
    expect(readStoryText(me.doc)).toBe('')
    back(line)
    meet(me, wanda)
    hers((peer) => wordsAt(peer, 1).insert(0, 'Ja: '))
    undo()
    stop()
    expect(readStoryText(me.doc)).toContain('Ja:')
  })
})

describe('texts, values and things', () => {
  const withGoal = () => {
    const begun = begin()
    begun.mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk', why: 'Geld en mensen zien' }, randomness))
    const id = readGoals(begun.me.doc)[0]!.id
    return { ...begun, id }
  }

  test('the words of a text', async () => {
    const { me, id, hers, last, back } = withGoal()
    hers(({ doc }) => setText(doc, 'goal', id, 'why', 'Geld'))
    const line = await last()
    hers(({ doc }) => setText(doc, 'goal', id, 'why', 'Veel Geld. Dat is alles.'))
    back(line)
    expect(readText(me.doc, 'goal', id, 'why')).toBe('Veel Geld en mensen zien. Dat is alles.')
  })

  test('a value takes the place of the one that took its place, and stands beside one set since', async () => {
    const { me, id, hers, mine, last, back } = withGoal()
    hers(({ doc, randomness }) => setGoalStatus(doc, id, 'active', randomness))
    const line = await last()
    back(line)
    expect(readGoals(me.doc)[0]?.status).toEqual(['proposed'])
    mine(({ doc, randomness }) => setGoalStatus(doc, id, 'on-hold', randomness))
    back(line)
    expect([...(readGoals(me.doc)[0]?.status ?? [])].toSorted()).toEqual(['on-hold', 'proposed'])
  })

  test('a thing set aside is in view again, and one taken out of the document is as it was', async () => {
    const { me, id, hers, last, back } = withGoal()
    hers(({ doc, randomness }) => setAside(doc, 'goal', id, 5, randomness))
    back(await last())
    expect(readGoals(me.doc)[0]?.aside).toBeNull()
    hers(({ doc }) => entitiesOf(doc, 'goal').delete(id))
    back(await last())
    expect(readGoals(me.doc)[0]).toMatchObject({ title: 'Werk', why: 'Geld en mensen zien' })
  })

  test('nobody says again what another person said of themself', async () => {
    const { id, hers, last } = withGoal()
    hers(({ doc, randomness }) => setAnswer(doc, id, { person: WANDA }, { answer: 'agree', words: 'Ja' }, randomness))
    expect(mayPutBack(await last(), RESIDENT)).toBe(false)
    const named = begin()
    named.hers(({ doc, randomness }) => setMyName(doc, WANDA, 'Wanda', randomness))
    named.hers(({ doc, randomness }) => setMyName(doc, WANDA, 'W.', randomness))
    expect(mayPutBack(await named.last(), RESIDENT)).toBe(false)
  })
})

test('a line that was rewritten comes back as the sentence that it was, and once, whoever puts it back', async () => {
  const { me, wanda, mine, hers, last, back } = begin()
  mine(({ doc, randomness }) => addGoal(doc, { title: 'Ik slaap zes uur per nacht' }, randomness))
  const id = readGoals(me.doc)[0]!.id
  hers(({ doc }) => setText(doc, 'goal', id, 'title', 'Ik slik elke avond pillen om te slapen'))
  const line = await last()
  back(line)
  meet(me, wanda)
  expect(putBack(wanda.doc, line, { me: WANDA, randomness: wanda.randomness })).toBe(false)
  expect(readText(wanda.doc, 'goal', id, 'title')).toBe(
    'Ik slaap zes uur per nacht Ik slik elke avond pillen om te slapen',
  )
})

test('words that stand there again are left out', () => {
  expect(toInsertions('een twee', 'een', 'een twee')).toEqual([])
  expect(toInsertions('een twee', 'een', 'nul een drie')).toMatchObject([{ at: 7, text: ' twee', from: 3 }])
})
