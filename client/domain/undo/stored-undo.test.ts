import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setAside } from '../document/aside.ts'
import { storyOf } from '../document/plan-doc.ts'
import { readText, setText } from '../document/texts.ts'
import { readGoals, setGoalStatus } from '../goals/goals.ts'
import { readStoryText } from '../story/story-text.ts'
import { createPair, meet, type Peer } from '../testing/peers.ts'
import { type Device, EDITOR, NOW, openDevice, openWithGoal, reload } from '../testing/undo-device.ts'
import { finishCheckIn, readCheckIns, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { doneOf } from './undo-done.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const ME = parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')!

const goalOf = ({ doc }: Peer) => readGoals(doc)[0]

describe('after a reload', () => {
  test('values and words of the last hour are undone one act at a time, and redone', () => {
    const { device, goal } = openWithGoal()
    setGoalStatus(device.doc, goal, 'active', device.randomness)
    setText(device.doc, 'goal', goal, 'why', 'Frisse lucht')
    setAside(device.doc, 'goal', goal, NOW, device.randomness)
    const again = reload(device, 11)
    const { plan } = again.stacks
    plan.undo()
    expect(goalOf(again)?.aside).toBe(null)
    plan.undo()
    expect(goalOf(again)?.why).toBe('')
    plan.undo()
    expect(goalOf(again)?.status).toEqual(['proposed'])
    expect(plan.canUndo()).toBe(false)
    plan.redo()
    plan.redo()
    plan.redo()
    expect(goalOf(again)).toMatchObject({ status: ['active'], why: 'Frisse lucht' })
    expect(goalOf(again)?.aside).not.toBe(null)
  })

  test('deleted words come back, also after a second reload, and from the rows of a crash', () => {
    const { device, other, goal } = openWithGoal()
    const rows: Uint8Array[] = [Y.encodeStateAsUpdate(device.doc)]
    device.doc.on('update', (row: Uint8Array) => rows.push(row))
    setText(device.doc, 'goal', goal, 'why', 'Ik zit te veel alleen')
    meet(device, other)
    device.stacks.plan.stopCapturing()
    setText(device.doc, 'goal', goal, 'why', '')
    const stored = device.store()
    const twice = reload(reload(device, 11), 12)
    twice.stacks.plan.undo()
    expect(goalOf(twice)?.why).toBe('Ik zit te veel alleen')
    meet(twice, other)
    expect(goalOf(other)?.why).toBe('Ik zit te veel alleen')

    const back = reload(twice, 13, { stored, rows })
    back.stacks.plan.undo()
    expect(goalOf(back)?.why).toBe('Ik zit te veel alleen')
    back.stacks.plan.undo()
    expect(goalOf(back)?.why).toBe('')
  })

  test('undo, reload, undo: what an undo brought back is followed to where it stands now', () => {
    const { device, goal } = openWithGoal()
    const write = (words: string): void => {
      device.stacks.plan.stopCapturing()
      setText(device.doc, 'goal', goal, 'why', words)
    }
    write('een')
    write('een twee')
    write('')
    device.stacks.plan.undo()
    expect(readText(device.doc, 'goal', goal, 'why')).toBe('een twee')
    const again = reload(device, 11)
    again.stacks.plan.undo()
    expect(goalOf(again)?.why).toBe('een')
    again.stacks.plan.undo()
    expect(goalOf(again)?.why).toBe('')
  })

  test('what others wrote since stays: values set on mine, words within mine', () => {
    const { device, other, goal } = openWithGoal()
    setGoalStatus(device.doc, goal, 'active', device.randomness)
    setText(device.doc, 'goal', goal, 'why', 'Ik wil lucht')
    meet(device, other)
    setGoalStatus(other.doc, goal, 'on-hold', other.randomness)
    setText(other.doc, 'goal', goal, 'why', 'Ik wil frisse lucht')
    meet(device, other)
    const again = reload(device, 11)
    again.stacks.plan.undo()
    again.stacks.plan.undo()
    meet(again, other)
    expect(goalOf(other)).toMatchObject({ status: ['on-hold'], why: 'frisse ' })
  })

  test('a wheel that was finished before the act knows so, and one that others finished stays as it was', () => {
    const [mine, other] = createPair()
    const wheel = startCheckIn(other.doc, { who: { person: ME }, at: NOW, pack: 'neutral' }, other.randomness)
    meet(mine, other)
    const device = openDevice(mine)
    setScore(device.doc, wheel, 'participation', 4, device.randomness)
    meet(device, other)
    finishCheckIn(other.doc, wheel, other.randomness)
    meet(device, other)
    const again = reload(device, 11)
    again.stacks.plan.undo()
    expect(readCheckIns(again.doc)[0]!.topics.participation.score).toEqual([4])
  })

  test('the screen and the kind of each act are known, and acts on two screens are two', () => {
    const { device, goal } = openWithGoal()
    setText(device.doc, 'goal', goal, 'why', 'a')
    device.at.screen = '/goals/x'
    setText(device.doc, 'goal', goal, 'why', 'ab')
    const again = reload(device, 11)
    expect(again.stacks.plan.undoStack.map(doneOf)).toEqual([
      { at: NOW, screen: '/goals', kind: 'goal' },
      { at: NOW, screen: '/goals/x', kind: 'goal' },
    ])
  })
})

describe('the story', () => {
  const paragraph = (...texts: string[]): Y.XmlElement => {
    const made = new Y.XmlElement('paragraph')
    made.insert(
      0,
      texts.map((text) => new Y.XmlText(text)),
    )
    return made
  }
  const textAt = ({ doc }: Peer, at: number) => (storyOf(doc).get(at) as Y.XmlElement).get(0) as Y.XmlText
  const write = (device: Device, act: () => void): void => {
    device.stacks.story.stopCapturing()
    device.doc.transact(act, EDITOR)
  }

  test('a deleted story comes back after a reload, with what others wrote since', () => {
    const { device, other } = openWithGoal()
    other.doc.transact(() =>
      storyOf(other.doc).insert(0, [paragraph('Ik woon alleen.'), paragraph('Ik slaap slecht.')]),
    )
    meet(device, other)
    write(device, () => storyOf(device.doc).delete(0, 2))
    meet(device, other)
    storyOf(other.doc).insert(0, [paragraph('Waar is alles?')])
    meet(device, other)
    const again = reload(device, 11)
    again.stacks.story.undo()
    meet(again, other)
    const lines = readStoryText(other.doc).split('\n\n').toSorted()
    expect(lines).toEqual(['Ik slaap slecht.', 'Ik woon alleen.', 'Waar is alles?'])
    again.stacks.story.redo()
    meet(again, other)
    expect(readStoryText(other.doc)).toBe('Waar is alles?')
  })

  test('what others wrote in a list or heading of mine stays when mine is undone', () => {
    const { device, other } = openWithGoal()
    const item = new Y.XmlElement('listItem')
    const list = new Y.XmlElement('bulletList')
    item.insert(0, [paragraph('van mij')])
    list.insert(0, [item])
    write(device, () => storyOf(device.doc).insert(0, [list]))
    meet(device, other)
    const theirs = (((storyOf(other.doc).get(0) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlElement).get(0)
    ;(theirs as Y.XmlText).insert(7, ' en van jou')
    meet(device, other)
    const again = reload(device, 11)
    again.stacks.story.undo()
    expect(readStoryText(again.doc)).toBe('•  en van jou')
  })

  test('an undo within a paragraph that an earlier undo brought back', () => {
    const { device } = openWithGoal()
    write(device, () => storyOf(device.doc).insert(0, [paragraph('een')]))
    write(device, () => textAt(device, 0).insert(3, ' twee'))
    write(device, () => storyOf(device.doc).delete(0, 1))
    device.stacks.story.undo()
    expect(readStoryText(device.doc)).toBe('een twee')
    const again = reload(device, 11)
    again.stacks.story.undo()
    expect(readStoryText(again.doc)).toBe('een')
    again.stacks.story.undo()
    expect(readStoryText(again.doc)).toBe('')
  })
})
