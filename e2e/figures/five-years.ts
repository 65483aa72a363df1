/** A plan after five years of use (figure 7): every session is a clientID of its own, as the app draws one for each load. */
import * as Y from 'yjs'
import { finishCheckIn, noteOf, setScore, setTalkAbout, startCheckIn } from '#domain/wheel/check-ins.ts'
import { DIMENSIONS } from '#domain/document/choices.ts'
import { toDay } from '#domain/document/days.ts'
import { addGoal, setGoalStatus } from '#domain/goals/goals.ts'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { addStep, setStep } from '#domain/goals/steps.ts'
import { setText } from '#domain/document/texts.ts'
import { toPersonId } from '#shared/protocol/ids.ts'

export const GOALS = 100
export const CHECK_INS = 1_000
export const TEXT_EDITS = 20_000
/** The other goals have ended. */
const OPEN_GOALS = 8
/** A goal that this plan's overview shows. */
export const FIRST_OPEN_GOAL = `Doel ${GOALS - OPEN_GOALS + 1}`

export const SITTINGS = 500
const DAY_MS = 86_400_000
/** Keystrokes in one place before typing continues elsewhere. */
const RUN = 10
const LETTERS = 'ik wil weer vaker naar buiten en mensen zien die ik ken, want thuis is het stil. '

export type Sittings = {
  /** The clientID of the n-th session. */
  clientOf(sitting: number, draw: (limit: number) => number): number
  /** Called with each update that would be sent as one batch. */
  batch?(update: Uint8Array, sitting: number): void
}
const AS_DRAWN: Sittings = {
  clientOf: (sitting, draw) => 1_000_000_000_000 + draw(2_000_000_000) * 1_000 + sitting,
}

/** When a sitting was, in ms: they are spread evenly over five years, and the last was some days ago. */
export const momentOf = (sitting: number, now: number): number =>
  now - (SITTINGS - sitting) * Math.round((5 * 365 * DAY_MS) / SITTINGS)

/** Half of the edits in the story, half in the texts of goals. `now` in ms. */
export const makeFiveYears = (now: number, { clientOf, batch }: Sittings = AS_DRAWN): Uint8Array => {
  let next = 7
  const draw = (limit: number): number => (next = (next * 48_271) % 2_147_483_647) % limit
  const randomness = { randomBytes: (length: number) => new Uint8Array(length).map(() => draw(32_768) >> 3) }
  const doc = createPlanDoc()
  let written: Uint8Array[] = []
  doc.on('update', (update) => void written.push(update))
  const leave = (sitting: number): void => {
    if (batch !== undefined && written.length > 0) batch(Y.mergeUpdates(written), sitting)
    written = []
  }
  const people = [1, 2].map((fill) => ({ person: toPersonId(new Uint8Array(16).fill(fill)) }))
  const goals: ReturnType<typeof addGoal>[] = []
  const paragraphs: Y.XmlText[] = []

  /** Types some letters in one place, and sometimes deletes one. */
  const type = (text: Y.Text): void => {
    let at = draw(text.length + 1)
    for (let key = 0; key < RUN; key += 1) {
      if (draw(8) === 0 && at > 0) text.delete(--at, 1)
      else text.insert(at++, LETTERS.charAt(draw(LETTERS.length)))
    }
  }
  for (let sitting = 0; sitting < SITTINGS; sitting += 1) {
    doc.clientID = clientOf(sitting, draw)
    const at = momentOf(sitting, now)
    if (sitting % (SITTINGS / GOALS) === 0) {
      const goal = addGoal(doc, { title: `Doel ${goals.length + 1}`, topic: 'participation' }, randomness)
      setGoalStatus(doc, goal, goals.length < GOALS - OPEN_GOALS ? 'completed' : 'active', randomness)
      const step = addStep(doc, goal, { what: 'Bellen', who: people[0] ?? null, day: toDay(at) }, randomness)
      setStep(doc, step, { status: 'completed', form: 'phone' }, randomness)
      goals.push(goal)
      const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
      element.insert(0, [text])
      storyOf(doc).insert(storyOf(doc).length, [element])
      paragraphs.push(text)
      leave(sitting)
    }
    for (let turn = 0; turn < CHECK_INS / SITTINGS; turn += 1) {
      const who = people[turn % people.length] ?? { name: 'Ans' }
      const id = startCheckIn(doc, { who, at: at + turn, pack: 'weef' }, randomness)
      for (const dimension of DIMENSIONS) setScore(doc, id, dimension, draw(11), randomness)
      setTalkAbout(doc, id, 'participation', true, randomness)
      setText(doc, 'checkIn', id, noteOf('participation'), LETTERS.slice(draw(40)))
      finishCheckIn(doc, id, randomness)
      leave(sitting)
    }
    for (let run = 0; run < TEXT_EDITS / SITTINGS / RUN; run += 1) {
      const why = doc
        .getMap<Y.Map<Y.Text>>('goals')
        .get(goals[draw(goals.length)] ?? '')
        ?.get('why')
      const text = run % 2 === 0 ? paragraphs[draw(paragraphs.length)] : why
      if (text !== undefined) type(text)
      leave(sitting)
    }
  }
  return Y.encodeStateAsUpdate(doc)
}
