import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setAside, showAgain } from '../document/aside.ts'
import { entitiesOf, storyOf, valuesOf } from '../document/plan-doc.ts'
import { setText } from '../document/texts.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { setAnswer } from '../goals/answers.ts'
import { setTitle } from '../plan/plan.ts'
import { createPeer, type Peer } from '../testing/peers.ts'
import { RESIDENT, recordLog, START, WANDA } from '../testing/recorded-log.ts'
import { writeStory } from '../testing/story.ts'
import { readCheckIns, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { addOlder } from './floods.ts'
import type { Line } from './lines.ts'
import { wordsOf } from './words-of.ts'
import { readPage } from './read-history.ts'

const reading = { pause: async () => {}, prepare: () => {} }
/** All of it, on one page. */
const pageOf = ({ entries: { length }, log }: ReturnType<typeof recordLog>) =>
  readPage(log(), length, reading, { least: length, most: length })
const short = (lines: readonly Line[]) =>
  lines.map(({ person, act, thing, name }) =>
    `${person === WANDA ? 'Wanda' : 'ik'} ${act} ${thing.kind} ${name}`.trim(),
  )

const begin = () => {
  const [me, wanda] = [createPeer(1), createPeer(2)]
  const recorded = recordLog()
  return {
    me,
    wanda,
    recorded,
    mine: (act: (peer: Peer) => void) => recorded.write(RESIDENT, me, act, [wanda]),
    hers: (act: (peer: Peer) => void, times?: object) => recorded.write(WANDA, wanda, act, [me], times),
  }
}

describe('what people did', () => {
  test('made, set aside and brought back, the latest first', async () => {
    const { recorded, mine, hers } = begin()
    mine(({ doc, randomness }) => addGoal(doc, { title: 'Minder schulden' }, randomness))
    recorded.pass(60)
    hers(({ doc, randomness }) => setAside(doc, 'goal', readGoals(doc)[0]!.id, 5, randomness))
    recorded.pass(60)
    mine(({ doc, randomness }) => showAgain(doc, 'goal', readGoals(doc)[0]!.id, randomness))
    expect(short((await pageOf(recorded)).lines)).toEqual([
      'ik brought-back goal Minder schulden',
      'Wanda set-aside goal Minder schulden',
      'ik made goal Minder schulden',
    ])
  })

  test('a wheel that corrects another is told as that', async () => {
    const { recorded, mine } = begin()
    const fresh = { who: { person: RESIDENT }, at: START, pack: 'weef' }
    mine(({ doc, randomness }) => startCheckIn(doc, fresh, randomness))
    mine(({ doc, randomness }) =>
      startCheckIn(doc, { ...fresh, at: START + 1, corrects: readCheckIns(doc)[0]!.id }, randomness),
    )
    expect((await pageOf(recorded)).lines.map(({ act, corrects }) => [act, corrects])).toEqual([
      ['made', true],
      ['made', undefined],
    ])
  })

  test('a sitting is one line, with what was there before it and after it', async () => {
    const { recorded, mine, hers } = begin()
    mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk', why: 'geld' }, randomness))
    recorded.pass(60)
    for (const why of ['geld en', 'geld en mensen', 'geld en mensen zien'])
      hers(({ doc }) => setText(doc, 'goal', readGoals(doc)[0]!.id, 'why', why))
    hers(({ doc, randomness }) => setGoalStatus(doc, readGoals(doc)[0]!.id, 'active', randomness))
    const [line] = (await pageOf(recorded)).lines
    expect(line).toMatchObject({ act: 'changed', from: 2, to: 5, part: 'goals' })
    expect(line?.details).toEqual([
      { form: 'text', field: 'why', before: 'geld', after: 'geld en mensen zien' },
      { form: 'value', field: 'status', before: ['proposed'], after: ['active'] },
    ])
  })

  test('says who took text away from the story, and which', async () => {
    const { recorded, mine, hers } = begin()
    mine((peer) => writeStory(peer, 'Ik woon hier.', 'Ik wil werken.'))
    recorded.pass(300)
    hers(({ doc }) => storyOf(doc).delete(0, 2))
    const [line] = (await pageOf(recorded)).lines
    expect(line).toMatchObject({ person: WANDA, act: 'took-away', part: 'story' })
    expect(wordsOf(line?.details ?? [])).toEqual([
      { kind: 'gone', text: 'Ik woon hier.\n\n' },
      { kind: 'gone', text: 'Ik wil werken.' },
    ])
  })

  test('what takes words away is a line of its own, beside what was written in the same sitting', async () => {
    const { recorded, mine, hers } = begin()
    mine((peer) => writeStory(peer, 'Ik woon hier al elf jaar.'))
    recorded.pass(300)
    hers((peer) => writeStory(peer, 'Hoi.'))
    hers(({ doc }) => storyOf(doc).delete(0, 1))
    hers((peer) => writeStory(peer, 'Hoe gaat het vandaag?'))
    expect(short((await pageOf(recorded)).lines)).toEqual([
      'Wanda wrote story',
      'Wanda took-away story',
      'ik wrote story',
    ])
  })

  test('an answer is an answer, a score a change of the wheel, a title one of the plan', async () => {
    const { recorded, mine, hers } = begin()
    mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk' }, randomness))
    mine(({ doc, randomness }) => startCheckIn(doc, { who: { person: RESIDENT }, at: 7, pack: 'weef' }, randomness))
    recorded.pass(60)
    hers(({ doc, randomness }) =>
      setAnswer(doc, readGoals(doc)[0]!.id, { person: WANDA }, { answer: 'agree', words: 'Ja' }, randomness),
    )
    hers(({ doc, randomness }) => {
      const id = [...entitiesOf(doc, 'checkIn').keys()][0]
      setScore(doc, id as Parameters<typeof setScore>[1], 'participation', 3, randomness)
    })
    hers(({ doc, randomness }) => setTitle(doc, 'Ons plan', randomness))
    const lines = (await pageOf(recorded)).lines.slice(0, 3)
    expect(lines.map(({ act, part }) => [act, part])).toEqual([
      ['changed', 'plan'],
      ['changed', 'wheel'],
      ['answered', 'goals'],
    ])
    expect(lines[1]?.who).toEqual({ person: RESIDENT })
  })

  test('typed and taken away in one sitting is nothing', async () => {
    const { recorded, mine } = begin()
    mine((peer) => writeStory(peer, 'Oeps.'))
    mine(({ doc }) => storyOf(doc).delete(0, 1))
    expect((await pageOf(recorded)).lines).toEqual([])
  })
})

describe('pages', () => {
  test('the pages together say what one page says', async () => {
    const { recorded, mine, hers } = begin()
    for (let n = 0; n < 9; n += 1) {
      recorded.pass(60)
      ;(n % 2 === 0 ? mine : hers)(({ doc, randomness }) => addGoal(doc, { title: `Doel ${n}` }, randomness))
    }
    const whole = await pageOf(recorded)
    const lines: Line[] = []
    let pauses = 0
    for (let end = recorded.entries.length; end > 0;) {
      const slow = { ...reading, pause: async () => void (pauses += 1) }
      const page = await readPage(recorded.log(), end, slow, { least: 4, most: 4 })
      lines.push(...page.lines)
      end = page.from
    }
    expect(lines).toEqual(whole.lines)
    expect(whole.from).toBe(0)
    expect(pauses).toBeGreaterThan(0)
  })

  test('begins behind a base document', async () => {
    const { recorded, mine, hers, me } = begin()
    mine((peer) => writeStory(peer, 'Van vroeger.'))
    const base = Y.encodeStateAsUpdate(me.doc)
    hers(({ doc }) => storyOf(doc).delete(0, 1))
    const page = await readPage({ base, entries: recorded.entries.slice(1) }, 1, reading)
    expect(short(page.lines)).toEqual(['Wanda took-away story'])
    expect(wordsOf(page.lines[0]?.details ?? [])).toEqual([{ kind: 'gone', text: 'Van vroeger.' }])
  })
})

describe('what anybody may send', () => {
  test('times of the year 1970, 9999 and beyond leave the order as it is, and hold in a date', async () => {
    const { recorded, hers } = begin()
    const times = [0, 253_402_300_799_000, Number.MAX_SAFE_INTEGER, START]
    for (const [n, time] of times.entries()) {
      recorded.pass(60)
      hers(({ doc, randomness }) => addGoal(doc, { title: `Doel ${n}` }, randomness), {
        firstEdit: time,
        lastEdit: time,
      })
    }
    hers(({ doc, randomness }) => setTitle(doc, 'Nu', randomness), { at: Number.MAX_SAFE_INTEGER })
    const { lines } = await pageOf(recorded)
    expect(lines.map(({ name }) => name)).toEqual(['', 'Doel 3', 'Doel 2', 'Doel 1', 'Doel 0'])
    expect(lines.slice(2).map(({ edited }) => edited)).toEqual([null, null, null])
    expect(lines[1]?.edited).toBe(START)
    for (const { at, edited } of lines) expect(() => [new Date(at).toISOString(), new Date(edited ?? 0)]).not.toThrow()
  })

  test('ten thousand goals of one person are one line, and what others did is seen', async () => {
    const { recorded, mine, hers } = begin()
    mine((peer) => writeStory(peer, 'Mijn woorden.'))
    hers(({ doc }) =>
      doc.transact(() => {
        for (let n = 0; n < 10_000; n += 1) {
          const goal = new Y.Map<unknown>([['title', new Y.Text(`Doel ${n}`)]])
          entitiesOf(doc, 'goal').set(`goal${String(n).padStart(7, '0')}`, goal)
        }
      }),
    )
    const lines = addOlder([], (await pageOf(recorded)).lines, () => true)
    expect(lines.map(({ act, count }) => [act, count])).toEqual([
      ['made', 10_000],
      ['wrote', 1],
    ])
  }, 60_000)

  test('deep and nonsensical values, and bytes that are no update, stop nothing', async () => {
    const { recorded, mine, hers } = begin()
    hers(({ doc }) => {
      let deep: unknown = 'x'
      for (let n = 0; n < 200; n += 1) deep = { deep }
      valuesOf(doc).set('goal:x/status#1', deep)
      valuesOf(doc).set('nonsense', 1)
      entitiesOf(doc, 'goal').set('short', 'no map')
    })
    recorded.entries.push({ ...recorded.entries[0]!, seq: 2, update: Uint8Array.of(9, 9, 9) })
    mine((peer) => writeStory(peer, 'Mijn woorden.'))
    expect(short((await pageOf(recorded)).lines)).toContain('ik wrote story')
  })

  test('an entity that somebody took out of the document is said to be taken away', async () => {
    const { recorded, mine, hers } = begin()
    mine(({ doc, randomness }) => addGoal(doc, { title: 'Werk' }, randomness))
    recorded.pass(60)
    hers(({ doc }) => entitiesOf(doc, 'goal').clear())
    const [line] = (await pageOf(recorded)).lines
    expect(line).toMatchObject({ act: 'took-away', name: 'Werk', person: WANDA })
    expect(line?.gone?.texts.get('title')).toBe('Werk')
  })
})
