/** What a search looks through: every text that people wrote, and nothing that was set aside. */
import { expect, test } from 'vitest'
import { setAside } from '../document/aside.ts'
import { storyOf } from '../document/plan-doc.ts'
import { setText } from '../document/texts.ts'
import { addCard } from '../contact/contact.ts'
import { addConversation, addTalkPoint } from '../conversations/conversations.ts'
import { addGoal } from '../goals/goals.ts'
import { addStep } from '../goals/steps.ts'
import { addWish } from '../goals/wishes.ts'
import { toElement } from '../story/story-elements.ts'
import { noteOf, startCheckIn } from '../wheel/check-ins.ts'
import { createPeer } from '../testing/peers.ts'
import { readPassages } from './passages.ts'

const run = (text: string) => ({ text, bold: false, italic: false, link: null })

test('the texts of goals, steps, wishes, story, conversations, wheels and contact cards, each with where it stands', () => {
  const { doc, randomness } = createPeer(1)
  const goal = addGoal(doc, { title: 'Weer fietsen', why: 'Dat mis ik' }, randomness)
  addStep(doc, goal, { what: 'Banden plakken' }, randomness)
  addWish(doc, 'Meer naar buiten', randomness)
  storyOf(doc).insert(0, [
    toElement({ name: 'paragraph', runs: [run('Ik woon alleen.')] }),
    toElement({ name: 'list', ordered: true, start: 2, items: [[{ name: 'paragraph', runs: [run('punt')] }]] }),
  ])
  const conversation = addConversation(doc, 1, randomness)
  addTalkPoint(doc, conversation, { text: 'De huur', source: null }, randomness)
  setText(doc, 'conversation', conversation, 'notes', 'Wanda belt')
  const wheel = startCheckIn(doc, { who: { name: 'Ans' }, at: 1, pack: 'weef' }, randomness)
  setText(doc, 'checkIn', wheel, noteOf('participation'), 'Slecht geslapen')
  const card = addCard(doc, { name: 'Ans' }, randomness)
  setText(doc, 'contactCard', card, 'words', 'Na de school')
  const gone = addGoal(doc, { title: 'Niet meer' }, randomness)
  setAside(doc, 'goal', gone, 2, randomness)

  expect(readPassages(doc)).toEqual([
    { part: 'goals', thing: goal, text: 'Weer fietsen' },
    { part: 'goals', thing: goal, text: 'Banden plakken' },
    { part: 'goals', thing: goal, text: 'Dat mis ik' },
    { part: 'goals', thing: null, text: 'Meer naar buiten' },
    { part: 'story', thing: null, text: 'Ik woon alleen.' },
    { part: 'story', thing: null, text: '2. punt' },
    { part: 'conversations', thing: conversation, text: 'De huur' },
    { part: 'conversations', thing: conversation, text: 'Wanda belt' },
    { part: 'wheel', thing: null, text: 'Slecht geslapen' },
    { part: 'contact', thing: null, text: 'Na de school' },
  ])
})
