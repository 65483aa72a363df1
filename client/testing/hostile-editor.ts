/**
 * What an editor with an app of their own could write into a plan of two people, with the app's own modules: in others' names,
 * over what only owners set, and with numbers, times, orders and amounts that no screen of ours gives.
 */
import * as Y from 'yjs'
import { setAside, showAgain } from '#domain/document/aside.ts'
import { addCard, readContactCards, setLiking } from '#domain/contact/contact.ts'
import { addConversation } from '#domain/conversations/conversations.ts'
import { createPlanDoc, entitiesOf, type PlanDoc, storyOf, valuesOf } from '#domain/document/plan-doc.ts'
import { setAnswer } from '#domain/goals/answers.ts'
import { agreeEnding, proposeEnding } from '#domain/goals/endings.ts'
import { addGoal, readGoals, setGoalStatus } from '#domain/goals/goals.ts'
import { addStep, setStep } from '#domain/goals/steps.ts'
import type { Day } from '#domain/document/days.ts'
import type { LogEntry } from '#domain/history/lines.ts'
import type { Log } from '#domain/history/read-history.ts'
import { setMyColour, setMyName } from '#domain/plan/people.ts'
import { SECTIONS, setSectionHidden, setSectionTitle } from '#domain/plan/sections.ts'
import { setSuccessor } from '#domain/plan/successor.ts'
import { setTitle } from '#domain/plan/plan.ts'
import { whoKey } from '#domain/plan/who.ts'
import { paragraph } from '#domain/testing/story.ts'
import { finishCheckIn, setScore, startCheckIn } from '#domain/wheel/check-ins.ts'
import { createRandomness, ME, NOW, WORKER, workspaceId } from './fake-plan.ts'
import { createSamplePlan } from './sample-plan.ts'

/** A device of the editor's. */
const CLIENT = 8_001_112_223_334_445
const random = createRandomness(77)
const me = { person: ME.person }

export const FORGED = 'Ans zei dit nooit'
export const FAKE_TITLE = 'Plan van de gemeente'

export const ATTACKS = {
  'names of others': (doc: PlanDoc) => {
    setMyName(doc, ME.person, 'De gemeente', random)
    setMyColour(doc, ME.person, 0, random)
    setMyName(doc, WORKER.person, 'Аns\u3164', random) // a Cyrillic А
  },
  'answers and ends in the name of others': (doc: PlanDoc) => {
    for (const goal of readGoals(doc)) {
      setAnswer(doc, goal.id, me, { answer: 'agree', words: FORGED }, random)
      proposeEnding(doc, goal.id, 'cancelled', NOW, random)
      agreeEnding(doc, goal.id, 'cancelled', NOW, random)
    }
  },
  'a wheel and a contact card in the name of others': (doc: PlanDoc) => {
    const wheel = startCheckIn(doc, { who: me, at: NOW + 60_000, pack: 'weef' }, random)
    setScore(doc, wheel, 'participation', 10, random)
    finishCheckIn(doc, wheel, random)
    for (const { id } of readContactCards(doc)) setLiking(doc, id, 'video', 'yes', random)
    setLiking(doc, addCard(doc, me, random), 'video', 'yes', random)
  },
  'schema and successor': (doc: PlanDoc) => {
    valuesOf(doc).set('plan/schema#x', 2 ** 40)
    setSuccessor(doc, workspaceId(99), random)
  },
  'title and sections': (doc: PlanDoc) => {
    setTitle(doc, FAKE_TITLE, random)
    for (const name of SECTIONS) {
      setSectionHidden(doc, name, true, random)
      setSectionTitle(doc, name, 'Gesloten', random)
      valuesOf(doc).set(`section:${name}/order#x`, 'z'.repeat(5_000))
    }
  },
  'what only a newer app would know': (doc: PlanDoc) => {
    doc.getMap('receipts').set('one', new Y.Map([['amount', 7]]))
    valuesOf(doc).set('receipt:one/amount#x', 7)
  },
  'times and days that are none': (doc: PlanDoc) => {
    for (const at of [9.1e18, 8.64e15, 9_007_199_254_740_991, -1, 0.5, 287_396, Number.NaN]) {
      const goal = addGoal(doc, { title: `Tijd ${at}` }, random)
      valuesOf(doc).set(`goal:${goal}/ending#x`, { outcome: 'completed', at })
      valuesOf(doc).set(`goal:${goal}/aside#x`, { at, look: 'x' })
      addConversation(doc, at, random)
      startCheckIn(doc, { who: { name: 'Oma' }, at, pack: 'weef' }, random)
      for (const day of ['287396-01-01', '9999-12-31', '-0001-01-01', '0000-00-00', '2026-02-31'])
        setStep(doc, addStep(doc, goal, { what: day }, random), { day: day as Day }, random)
      valuesOf(doc).set('plan/origin#x', { from: 'file', at })
    }
  },
  'orders without room': (doc: PlanDoc) => {
    readGoals(doc).forEach(({ id, steps }, at) => {
      valuesOf(doc).set(
        `goal:${id}/order#!`,
        ['z'.repeat(400), 'A'.repeat(600), 'zzzzzzzzzzzzzzzzzzzzzzzzzzzz'][at % 3],
      )
      for (const step of steps) valuesOf(doc).set(`step:${step.id}/order#!`, 'Z0')
    })
  },
  'deep and long values': (doc: PlanDoc) => {
    let deep: unknown = 'x'
    for (let level = 0; level < 4_000; level += 1) deep = [deep]
    for (const { id } of readGoals(doc))
      for (const field of ['status', 'order', 'ending', 'agreed', `answer:${ME.person}`]) {
        valuesOf(doc).set(`goal:${id}/${field}#deep`, deep)
        valuesOf(doc).set(`goal:${id}/${field}#long`, 'x'.repeat(200_000))
      }
    const map = new Y.Map<unknown>([['title', new Y.Text('lang '.repeat(40_000))]])
    entitiesOf(doc, 'goal').set('CCCCCCCCCCC', map)
  },
  '10,000 goals, wishes, steps, cards, wheels and conversations, and as many answers to one': (doc: PlanDoc) => {
    const [goal] = readGoals(doc)
    doc.transact(() => {
      for (let at = 0; at < 10_000; at += 1) {
        const id = `FLOOD${String(at).padStart(6, '0')}`
        entitiesOf(doc, 'goal').set(id, new Y.Map([['title', new Y.Text(`Doel ${at}`)]]))
        entitiesOf(doc, 'wish').set(id, new Y.Map([['text', new Y.Text(`Wens ${at}`)]]))
        entitiesOf(doc, 'step').set(id, new Y.Map<unknown>([['goal', goal?.id]]))
        entitiesOf(doc, 'conversation').set(id, new Y.Map<unknown>([['at', at]]))
        entitiesOf(doc, 'checkIn').set(
          id,
          new Y.Map<unknown>([
            ['who', { name: `Oom ${at}` }],
            ['at', at],
          ]),
        )
        valuesOf(doc).set(`checkIn:${id}/talk:own#x`, true)
        entitiesOf(doc, 'contactCard').set(id, new Y.Map<unknown>([['who', { name: `Tante ${at}` }]]))
        const name = `Neef ${at}`
        valuesOf(doc).set(`goal:${goal?.id}/answer:${whoKey({ name })}#x`, {
          who: { name },
          answer: 'agree',
          words: '',
        })
      }
    })
  },
  'a story of two million letters in one paragraph, and 10,000 marks': (doc: PlanDoc) => {
    const [endless, marked] = [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]
    const text = new Y.XmlText()
    text.applyDelta(
      Array.from({ length: 10_000 }, (_, at) => ({
        insert: 'x',
        attributes: at % 2 === 0 ? { bold: {} } : { italic: {} },
      })),
    )
    endless.push([new Y.XmlText('lang woord '.repeat(180_000))])
    marked.push([text])
    storyOf(doc).push([endless, marked])
  },
  'an unknown node in the story': (doc: PlanDoc) => {
    storyOf(doc).push([new Y.XmlElement('x')])
  },
} as const satisfies Record<string, (doc: PlanDoc) => void>

/** 10,000 entries that leave the plan as it was. */
export const takeAndPutBack = (doc: PlanDoc): void => {
  for (const { id } of readGoals(doc).slice(0, 1))
    for (let round = 0; round < 2_500; round += 1) {
      setAside(doc, 'goal', id, NOW + round, random)
      showAgain(doc, 'goal', id, random)
      storyOf(doc).insert(0, [paragraph(`Ronde ${round}`)])
      storyOf(doc).delete(0, 1)
    }
}

/** What the device of the editor says of the time; the relay's own says otherwise. */
const CLOCKS = [NOW, 287_396, 9_007_199_254_740_991, 0]

/** The sample plan of Ans and Wanda after Wanda's other device has done this, and the log of it: an entry for each act. */
export const createAttacked = (attack: (doc: PlanDoc) => void) => {
  const { doc, personAt } = createSamplePlan(createRandomness(5), NOW)
  const theirs = createPlanDoc(CLIENT)
  const base = Y.encodeStateAsUpdate(doc)
  Y.applyUpdate(theirs, base)
  const entries: LogEntry[] = []
  theirs.on('update', (update: Uint8Array) => {
    const edit = CLOCKS[entries.length % CLOCKS.length] ?? NOW
    const at = NOW + entries.length
    entries.push({ seq: entries.length + 1, at, author: WORKER.person, firstEdit: edit, lastEdit: edit, update })
  })
  attack(theirs)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(doc)))
  theirs.destroy()
  const log: Log = { base, entries }
  return { doc, log, personAt: (client: number) => (client === CLIENT ? WORKER.person : personAt(client)) }
}

/** Ends every goal alone, after an earlier agreement. */
export const endAlone = (doc: PlanDoc): void => {
  for (const { id } of readGoals(doc)) setGoalStatus(doc, id, 'completed', random)
}
