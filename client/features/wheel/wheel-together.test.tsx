import { fireEvent, screen, within } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { finishCheckIn, readCheckIns, setScore, startCheckIn } from '#domain/wheel/check-ins.ts'
import { nl } from '#copy/nl.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { NAMES, openWheel, press, slider } from '#testing/open-wheel.tsx'

describe('with others', () => {
  test('the handle keeps its focus and its node when a peer scores another topic', async () => {
    const fake = await openWheel()
    const { id } = readCheckIns(fake.doc)[0]!
    slider(NAMES.meaningfulness).focus()
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(fake.doc))
    setScore(peer, id, 'participation', 3, createRandomness(77))
    Y.applyUpdate(fake.doc, Y.encodeStateAsUpdate(peer))
    expect(slider(NAMES.participation).getAttribute('aria-valuetext')).toBe('3')
    expect(document.activeElement).toBe(slider(NAMES.meaningfulness))
  })

  test('two scores set at the same time are side by side, both drawn, until one is chosen', async () => {
    const fake = await openWheel()
    const { id } = readCheckIns(fake.doc)[0]!
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(fake.doc))
    setScore(peer, id, 'participation', 3, createRandomness(77))
    setScore(fake.doc, id, 'participation', 8, createRandomness(5))
    Y.applyUpdate(fake.doc, Y.encodeStateAsUpdate(peer))
    const choice = screen.getByRole('group', { name: 'Meedoen: twee antwoorden tegelijk. Kies samen.' })
    expect(document.querySelectorAll('.wh-dot.wh-4')).toHaveLength(2)
    fireEvent.click(within(choice).getByRole('button', { name: '3' }))
    expect(readCheckIns(fake.doc)[0]!.topics.participation.score).toEqual([3])
    expect(screen.queryByText(/Kies samen/)).toBeNull()
  })

  test('the shown wheel stays when somebody begins another one', async () => {
    const fake = await openWheel()
    fireEvent.keyDown(slider(NAMES.participation), { key: 'End' })
    startCheckIn(fake.doc, { who: { person: WORKER.person }, at: NOW + 1, pack: 'neutral' }, createRandomness(8))
    expect(slider(NAMES.participation).getAttribute('aria-valuetext')).toBe('10')
    press('Later')
    await screen.findByRole('heading', { level: 2, name: /Wanda/ })
    expect(slider(NAMES.participation).getAttribute('aria-valuetext')).toBe('niet ingevuld')
  })

  test('a wheel that another finishes stays open under somebody who is typing, keeps its scores, and follows when asked', async () => {
    const fake = await openWheel('questions')
    const { id } = readCheckIns(fake.doc)[0]!
    const field = screen.getByLabelText(nl.wheel.note)
    field.focus()
    finishCheckIn(fake.doc, id, createRandomness(77))
    expect(document.activeElement).toBe(field)
    expect(screen.getByRole('alert').textContent).toContain(nl.wheel.ended(null)) // nobody knows who
    fireEvent.input(field, { target: { value: 'Mijn rug' } })
    expect(readCheckIns(fake.doc)[0]!.topics['bodily-functions'].note).toBe('Mijn rug')
    press('7')
    expect(readCheckIns(fake.doc)[0]!.topics['bodily-functions'].score).toEqual([])
    expect(screen.getByRole('button', { name: nl.wheel.correct })).toBeTruthy()
  })

  test.each([
    [WORKER.person, 'Wanda rondde dit wiel af.'],
    [ME.person, 'Ans (jij) rondde dit wiel af.'], // on another device
  ])('a wheel that was finished says by whom', async (person, said) => {
    const peer = new Y.Doc()
    const fake = createFakePlan({ personAt: (client) => (client === peer.clientID ? person : null) })
    await openWheel('questions', fake)
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(fake.doc))
    screen.getByLabelText(nl.wheel.note).focus()
    finishCheckIn(peer, readCheckIns(peer)[0]!.id, createRandomness(77))
    Y.applyUpdate(fake.doc, Y.encodeStateAsUpdate(peer))
    expect(screen.getByRole('alert').textContent).toContain(said)
  })

  test('a reader sees it and can change nothing', async () => {
    const reader = createFakePlan({ members: [{ ...ME, role: 'reader' }, WORKER] })
    await openWheel('questions', reader)
    expect(screen.queryByRole('slider')).toBeNull()
    expect(screen.queryByText('Klaar')).toBeNull()
    press(`${NAMES.meaningfulness}: niet ingevuld`)
    expect(screen.queryByText('Maak er een doel van')).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
