/** What a hostile member could write into a plan with an app of their own: words that would run, shapes that would break. */
import * as Y from 'yjs'
import { startCheckIn, noteOf, finishCheckIn } from '#domain/wheel/check-ins.ts'
import { addConversation, addTalkPoint } from '#domain/conversations/conversations.ts'
import { addGoal } from '#domain/goals/goals.ts'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf } from '#domain/document/plan-doc.ts'
import { setTitle } from '#domain/plan/plan.ts'
import { setSectionTitle } from '#domain/plan/sections.ts'
import { addStep } from '#domain/goals/steps.ts'
import { setText } from '#domain/document/texts.ts'
import { addWish } from '#domain/goals/wishes.ts'
import type { Randomness } from '#domain/document/values.ts'
import { ADDRESSES, MARKUP } from './hostile-words.ts'

export const PAYLOAD = '<img src=https://elsewhere.invalid/x onerror=window.harmed=1>'

const randomness: Randomness = { randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }
const NOW = Date.UTC(2026, 10, 22, 13)

/** Markup everywhere where people write words. */
const fillWithMarkup = (doc: Y.Doc): void => {
  setTitle(doc, PAYLOAD, randomness)
  setSectionTitle(doc, 'wheel', PAYLOAD, randomness)
  for (const words of MARKUP.slice(0, 30)) addWish(doc, words, randomness)
  const goal = addGoal(doc, { title: PAYLOAD, why: PAYLOAD }, randomness)
  for (const words of MARKUP.slice(30, 60)) addStep(doc, goal, { what: words, who: { name: words } }, randomness)
  const talk = addConversation(doc, NOW, randomness)
  for (const words of MARKUP.slice(60)) addTalkPoint(doc, talk, { text: words, source: null }, randomness)
  const wheel = startCheckIn(doc, { who: { name: PAYLOAD }, at: NOW, pack: 'weef' }, randomness)
  setText(doc, 'checkIn', wheel, noteOf('own'), PAYLOAD)
  setText(doc, 'checkIn', wheel, 'ownTopic', PAYLOAD)
  finishCheckIn(doc, wheel, randomness)
}

const deep = (levels: number): unknown => (levels === 0 ? 'bottom' : [deep(levels - 1)])

/** Shapes that no version of ours writes, under names that it reads. */
const fillWithRubbish = (doc: Y.Doc): void => {
  const rubbish = [
    Number.NaN,
    Infinity,
    deep(60),
    'x'.repeat(10_000),
    { person: '__proto__' },
    JSON.parse('{"__proto__":{"harmed":1}}'),
  ]
  for (const kind of ENTITY_KINDS)
    for (const [index, value] of rubbish.entries()) {
      entitiesOf(doc, kind).set(
        `AAAAAAAAAA${index}`,
        new Y.Map([
          ['title', value],
          ['what', new Y.XmlElement('script')],
          ['text', value],
        ]),
      )
      valuesOf(doc).set(`${kind}:AAAAAAAAAA${index}/status#x`, value)
      valuesOf(doc).set(`${kind}:AAAAAAAAAA${index}/order#x`, value)
    }
  entitiesOf(doc, 'wish').set('BBBBBBBBBBB', new Y.Map([['text', new Y.Text('x'.repeat(300_000))]]))
  for (const name of ['__proto__', 'constructor', 'toString']) valuesOf(doc).set(name, { harmed: 1 })
}

/** Elements that an editor would draw. */
const fillStory = (doc: Y.Doc): void => {
  const paragraphs = [...MARKUP, ...ADDRESSES].map((words) => {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.applyDelta([{ insert: words === '' ? 'empty' : words, attributes: { link: { href: words } } }])
    paragraph.insert(0, [text])
    return paragraph
  })
  storyOf(doc).push(paragraphs)
}

/** Elements that an editor would delete, or crash on. */
const spoilStory = (doc: Y.Doc): void => {
  const script = new Y.XmlElement('script')
  script.setAttribute('src', { toString: 'x' } as unknown as string)
  script.insert(0, [new Y.XmlText('window.harmed=1')])
  storyOf(doc).push([script])
  let within: Y.XmlFragment = storyOf(doc)
  for (let level = 0; level < 5_000; level += 1) {
    const list = new Y.XmlElement('bulletList')
    within.push([list])
    within = list
  }
}

export const POISONS = {
  words: (doc: Y.Doc) => [fillWithMarkup, fillStory].forEach((fill) => fill(doc)),
  shapes: (doc: Y.Doc) => [fillWithRubbish, spoilStory].forEach((fill) => fill(doc)),
}
