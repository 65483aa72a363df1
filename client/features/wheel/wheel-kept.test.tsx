/** Wheels that were set aside and brought back, that are finished and read-only, or that have conflicting scores. */
import { fireEvent, screen, within } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { setAside } from '#domain/document/aside.ts'
import { readAside } from '#domain/testing/read-parts.ts'
import { finishCheckIn, readCheckIn, readCheckIns, setScore, startCheckIn } from '#domain/wheel/check-ins.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { setText } from '#domain/document/texts.ts'
import type { Who } from '#domain/plan/who.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { NAMES, openWheel, press, randomness, slider, type } from '#testing/open-wheel.tsx'
import { renderApp } from '#testing/render-app.tsx'

const [MINE, THEIRS] = [11, 22]
const personAt = (client: number) => (client === MINE ? ME.person : client === THEIRS ? WORKER.person : null)
const DAY_MS = 24 * 60 * 60 * 1000

describe('set aside', () => {
  const two = () => {
    const fake = createFakePlan({ doc: createPlanDoc(MINE), personAt })
    const start = (at: number) =>
      startCheckIn(fake.doc, { who: { person: ME.person }, at, pack: 'neutral' }, randomness)
    return { fake, old: start(NOW - DAY_MS), latest: start(NOW) }
  }

  test('a wheel is in no list and under no other one, names who set it aside, and comes back when somebody restores it', async () => {
    const { fake, latest } = two()
    await openWheel('drawing', fake)
    screen.getByRole('button', { name: 'Leg opzij: jouw wiel van vandaag' }).focus()
    press('Leg opzij: jouw wiel van vandaag')
    expect(readAside(fake.doc, 'checkIn', latest)).toEqual({ client: MINE, at: NOW })
    expect(screen.getByText('“jouw wiel van vandaag” ligt nu opzij.')).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('Haal terug')
    expect(screen.getByRole('heading', { level: 2, name: 'jouw wiel van gisteren' })).toBeTruthy()
    expect(screen.queryByLabelText('Leg er een ander wiel onder')).toBeNull()
    expect(screen.queryByText('Alle wielen')).toBeNull()
    const list = within(screen.getByText('Opzij gelegd (1)').closest('details')!)
    expect(list.getByText('Door Ans (jij), 22 november')).toBeTruthy()
    fireEvent.click(list.getByText('Haal terug'))
    await screen.findByRole('heading', { level: 2, name: 'jouw wiel van vandaag' })
    expect(readAside(fake.doc, 'checkIn', latest)).toBeNull()
    expect(screen.queryByText(/^Opzij gelegd/)).toBeNull()
  })

  test('undo shows it again', async () => {
    const { fake, latest } = two()
    await openWheel('drawing', fake)
    press('Leg opzij: jouw wiel van vandaag')
    press('Ongedaan maken: wiel')
    expect(readAside(fake.doc, 'checkIn', latest)).toBeNull()
  })

  test('opened by its address it says that it is set aside; an unfinished one is not continued', async () => {
    const { fake, old, latest } = two()
    for (const id of [old, latest]) setAside(fake.doc, 'checkIn', id, NOW, randomness)
    await renderApp(`/plan/${fake.plan.id}/wheel?at=${latest}`, { plan: fake.plan })
    expect(await screen.findByRole('heading', { name: 'Dit wiel ligt opzij.' })).toBeTruthy()
    fireEvent.keyDown(slider(NAMES.participation), { key: 'End' }) // filling it in brings it back
    expect(screen.queryByText('Dit wiel ligt opzij.')).toBeNull()
  })

  test('when the only one is set aside, the screen is as before the first, and can begin anew', async () => {
    const fake = createFakePlan()
    await openWheel('drawing', fake)
    press('Leg opzij: jouw wiel van vandaag')
    expect(readCheckIns(fake.doc)).toHaveLength(1)
    fireEvent.keyDown(slider(NAMES.participation), { key: 'End' })
    expect(readCheckIns(fake.doc)).toHaveLength(2)
    expect(screen.getByText('Opzij gelegd (1)')).toBeTruthy()
  })

  test('a reader sees the list and cannot change it', async () => {
    const { fake, old } = two()
    setAside(fake.doc, 'checkIn', old, NOW, randomness)
    fake.setMembers([{ ...ME, role: 'reader' }, WORKER])
    await openWheel('drawing', fake)
    expect(screen.getByText('Opzij gelegd (1)')).toBeTruthy()
    expect(screen.queryByText('Haal terug')).toBeNull()
    expect(screen.queryByText('Leg opzij')).toBeNull()
  })
})

describe('finished', () => {
  test.each(['drawing', 'questions', 'table'])(
    'by another person during writing (%s): no field remains, every word is kept',
    async (way) => {
      const fake = await openWheel(way)
      const { id } = readCheckIns(fake.doc)[0]!
      if (way === 'drawing') press(`${NAMES['bodily-functions']}: niet ingevuld`)
      type(way === 'table' ? `Bij ${NAMES['bodily-functions']}` : 'Wil je er iets bij schrijven?', 'Mijn knie')
      finishCheckIn(fake.doc, id, createRandomness(77))
      expect(document.querySelector('textarea')).toBeNull()
      expect(screen.queryByRole('checkbox')).toBeNull()
      expect(screen.getAllByText('Mijn knie').length).toBeGreaterThan(0)
      // An older screen elsewhere had not received it.
      setText(fake.doc, 'checkIn', id, 'note:bodily-functions', 'Mijn knie en mijn rug')
      expect(screen.getAllByText('Mijn knie en mijn rug').length).toBeGreaterThan(0)
      press('Verbeter dit wiel')
      const later = readCheckIns(fake.doc).find(({ corrects }) => corrects === id)
      expect(later?.topics['bodily-functions'].note).toBe('Mijn knie en mijn rug')
    },
  )

  /** A finished wheel with two conflicting scores, given by `clients`. */
  const left = (who: Who, clients: readonly [number, number]) => {
    const [doc, other] = clients.map((client) => createPlanDoc(client)) as [
      ReturnType<typeof createPlanDoc>,
      ReturnType<typeof createPlanDoc>,
    ]
    const id = startCheckIn(doc, { who, at: NOW, pack: 'neutral' }, createRandomness(1))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    setScore(doc, id, 'participation', 0, createRandomness(2))
    setScore(other, id, 'participation', 8, createRandomness(3))
    finishCheckIn(other, id, createRandomness(4))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    return { id, fake: createFakePlan({ doc, personAt }) }
  }
  const scoreOf = (fake: ReturnType<typeof createFakePlan>, id: EntityId) =>
    readCheckIn(fake.doc, id)?.topics.participation.score
  const OMA = { name: 'Oma' }
  const WANDA = { person: WORKER.person }

  test.each([
    ['whose wheel it is', { person: ME.person }, [THEIRS, 33], true],
    ['who gave one of them', OMA, [MINE, THEIRS], true],
    ['neither', WANDA, [THEIRS, 33], false],
  ] as const)('conflicting scores are settled right there, but not by everybody: %s', async (_, who, clients, may) => {
    const { id, fake } = left(who, clients)
    await openWheel(`drawing&at=${id}`, fake)
    expect(document.querySelectorAll('.wh-dot.wh-4')).toHaveLength(2)
    const choice = screen.queryByRole('group', { name: 'Meedoen: twee antwoorden tegelijk. Kies samen.' })
    expect(choice !== null).toBe(may)
    if (choice === null) return
    fireEvent.click(within(choice).getByRole('button', { name: '8' }))
    expect(scoreOf(fake, id)).toEqual([8])
    expect(screen.queryByText(/Kies samen/)).toBeNull()
  })

  test('a reader settles nothing, not even in their own wheel', async () => {
    const { fake } = left({ person: ME.person }, [MINE, THEIRS])
    fake.setMembers([{ ...ME, role: 'reader' }, WORKER])
    await openWheel('drawing', fake)
    expect(screen.queryByRole('group', { name: /Kies samen/ })).toBeNull()
  })
})
