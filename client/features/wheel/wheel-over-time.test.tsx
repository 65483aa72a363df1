import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { describe, expect, test } from 'vitest'
import type { EntityId } from '#domain/document/entity-id.ts'
import { finishCheckIn, readCheckIns, setScore, setTalkAbout, startCheckIn } from '#domain/wheel/check-ins.ts'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { NAMES, openWheel, press, randomness, slider, type } from '#testing/open-wheel.tsx'
import { renderApp } from '#testing/render-app.tsx'

describe('over time', () => {
  test('a finished wheel stays unchanged; a later one corrects it and says so', async () => {
    const fake = await openWheel('table')
    fireEvent.change(screen.getByLabelText('Cijfer voor Zingeving'), { target: { value: '6' } })
    press('Klaar')
    expect(screen.queryByRole('slider')).toBeNull()
    press('Verbeter dit wiel')
    await screen.findByText(/Dit verbetert het wiel van/)
    const [one, two] = readCheckIns(fake.doc)
    const later = [one!, two!].find(({ corrects }) => corrects !== null)!
    expect(later.topics.meaningfulness.score).toEqual([6])
  })

  test('a wheel and its correction in the same sitting are one in the list; the address of the first still shows it', async () => {
    const fake = createFakePlan()
    const fill = (at: number, corrects?: EntityId): EntityId => {
      const wheel = { who: { person: ME.person }, at, pack: 'neutral', ...(corrects === undefined ? {} : { corrects }) }
      const id = startCheckIn(fake.doc, wheel, randomness)
      setScore(fake.doc, id, 'participation', 3, randomness)
      finishCheckIn(fake.doc, id, randomness)
      return id
    }
    const first = fill(NOW - 600_000)
    fill(NOW - 300_000, first)
    await openWheel('drawing', fake)
    expect(screen.queryByText(nl.wheel.moments)).toBeNull() // one is no list
    expect(screen.queryByRole('button', { name: nl.wheel.earlier })).toBeNull()
    cleanup()
    await renderApp(`/plan/${fake.plan.id}/wheel?at=${first}`, { plan: fake.plan })
    expect(await screen.findByText(nl.wheel.corrected)).toBeTruthy()
    expect(screen.getByRole('button', { name: nl.wheel.later })).toBeTruthy()
  })

  test('another wheel begins at its top, wherever on the page it was asked for', async () => {
    await openWheel()
    press('Klaar')
    const asked = (by: () => void): Promise<void> => {
      document.documentElement.scrollTop = 900
      by()
      return waitFor(() => expect(document.documentElement.scrollTop).toBe(0))
    }
    await asked(() => press('Vul een nieuw wiel in'))
    await screen.findByRole('button', { name: 'Klaar' })
    await asked(() => fireEvent.click(screen.getByText(/^jouw wiel van/, { selector: '[aria-current] > span' })))
  })

  test('another moment is drawn under it, and announced', async () => {
    const fake = createFakePlan()
    const old = startCheckIn(fake.doc, { who: { person: ME.person }, at: NOW - 1e10, pack: 'neutral' }, randomness)
    setScore(fake.doc, old, 'meaningfulness', 2, randomness)
    setScore(fake.doc, old, 'quality-of-life', 9, randomness)
    finishCheckIn(fake.doc, old, randomness)
    startCheckIn(fake.doc, { who: { person: ME.person }, at: NOW, pack: 'neutral' }, randomness)
    await openWheel('drawing', fake)
    expect(document.querySelector('.wh-before')).toBeNull()
    fireEvent.change(screen.getByLabelText('Leg er een ander wiel onder'), { target: { value: old } })
    expect(document.querySelectorAll('.wh-before')).toHaveLength(1)
    expect(screen.getByRole('button', { name: /^Zingeving: niet ingevuld\. jouw wiel van 29 juli: 2$/ })).toBeTruthy()
  })

  test('the seventh topic appears once it has a name', async () => {
    await openWheel()
    expect(screen.queryByRole('slider', { name: 'Mijn tuin' })).toBeNull()
    press('Eigen onderwerp erbij')
    type('Hoe noem je het?', 'Mijn tuin')
    fireEvent.keyDown(slider('Mijn tuin'), { key: 'End' })
    expect(document.querySelector('.wh-own text')?.textContent).toBe('10')
  })

  test('my own wheel stands ready, and is nobody’s until the first score', async () => {
    const fake = createFakePlan()
    await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
    const score = within(await screen.findByRole('group', { name: `Cijfer voor ${NAMES['bodily-functions']}` }))
    const handle = slider(NAMES.meaningfulness)
    expect(readCheckIns(fake.doc)).toEqual([])
    fireEvent.click(score.getByRole('button', { name: '7' }))
    expect(readCheckIns(fake.doc)).toMatchObject([
      { who: { person: ME.person }, at: NOW, topics: { 'bodily-functions': { score: [7] } } },
    ])
    expect(slider(NAMES.meaningfulness)).toBe(handle) // nothing was drawn anew under the finger
    expect(score.getByRole('button', { name: '7', pressed: true })).toBeTruthy()
    fireEvent.keyDown(handle, { key: 'Home' })
    expect(readCheckIns(fake.doc)).toMatchObject([{ topics: { meaningfulness: { score: [0] } } }])
  })

  test.each(['Vragen', 'Lijst', 'Zingeving: niet ingevuld'])(
    '%s begins it too, because words can be written there',
    async (way) => {
      const fake = createFakePlan()
      await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
      await screen.findByRole('slider', { name: NAMES.meaningfulness })
      press(way)
      expect(await screen.findAllByRole('textbox')).not.toEqual([])
      expect(readCheckIns(fake.doc)).toHaveLength(1)
    },
  )

  test('in a plan of somebody else it is theirs: who helps fills in the owner’s', async () => {
    const fake = createFakePlan({
      members: [
        { ...ME, role: 'editor' },
        { ...WORKER, role: 'owner' },
      ],
    })
    await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
    fireEvent.keyDown(await screen.findByRole('slider', { name: NAMES.meaningfulness }), { key: 'End' })
    expect(readCheckIns(fake.doc)).toMatchObject([{ who: { person: WORKER.person } }])
    expect(await screen.findByRole('heading', { level: 2, name: 'vandaag, Wanda' })).toBeTruthy()
  })

  test('of a person without a name it is said within the sentence', async () => {
    const members = [
      { ...ME, role: 'editor' as const },
      { ...WORKER, role: 'owner' as const, name: '', given: '' },
    ]
    const fake = createFakePlan({ members })
    await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
    const name = `vandaag, ${nl.general.namelessWithin}`
    expect(await screen.findByRole('heading', { level: 2, name })).toBeTruthy()
    expect(screen.getByText(nl.whose.wheel.leadOfNobody.drawing)).toBeTruthy()
  })

  test('whose plan it is begins with their own, also where another person has one', async () => {
    const fake = createFakePlan()
    const other = startCheckIn(fake.doc, { who: { person: WORKER.person }, at: NOW - 5, pack: 'neutral' }, randomness)
    setScore(fake.doc, other, 'own', 3, randomness)
    await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
    expect(await screen.findByRole('heading', { level: 2, name: /^jouw wiel/ })).toBeTruthy()
    press('Eerder')
    expect(await screen.findByRole('heading', { level: 2, name: /Wanda/ })).toBeTruthy()
    press('Later')
    fireEvent.keyDown(await screen.findByRole('slider', { name: NAMES.participation }), { key: 'Home' })
    expect(readCheckIns(fake.doc).map(({ who }) => who)).toEqual([{ person: ME.person }, { person: WORKER.person }])
  })

  test('nobody but the person of a wheel says “I” of what is to be talked about, wherever it stands', async () => {
    const fake = createFakePlan()
    const theirs = startCheckIn(fake.doc, { who: { person: WORKER.person }, at: NOW, pack: 'neutral' }, randomness)
    setScore(fake.doc, theirs, 'participation', 3, randomness)
    setTalkAbout(fake.doc, theirs, 'participation', true, randomness)
    for (const way of ['drawing', 'questions', 'table']) {
      await renderApp(`/plan/${fake.plan.id}/wheel?way=${way}&at=${theirs}`, { plan: fake.plan })
      await screen.findByRole('heading', { level: 2, name: /Wanda/ })
      await waitFor(() => expect(document.body.textContent).toContain(nl.wheel.talkAbout))
      expect(document.body.textContent).not.toContain(nl.wheel.talkMine)
      if (way === 'drawing') {
        const said = screen.getByRole('button', { name: /^Meedoen ?: 3/ })
        expect(said.getAttribute('aria-label') ?? said.textContent).toContain(nl.wheel.talkAbout)
        finishCheckIn(fake.doc, theirs, randomness)
        expect(screen.getByRole('heading', { name: nl.wheel.talkAbout })).toBeTruthy()
        expect(document.body.textContent).not.toContain(nl.wheel.talkMine)
      }
      cleanup()
    }
  })

  test('at one table a wheel can be another person’s, even of one who is not a member', async () => {
    const fake = createFakePlan()
    await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
    fireEvent.click(await screen.findByText('Een wiel van iemand anders'))
    type('Iemand die niet meedoet. Hoe heet die?', 'Oma')
    fireEvent.submit(screen.getByRole('button', { name: 'Begin dit wiel' }).closest('form')!)
    expect(readCheckIns(fake.doc)[0]!.who).toEqual({ name: 'Oma' })
    expect(await screen.findByRole('heading', { level: 2, name: 'vandaag, Oma' })).toBeTruthy()
  })
})
