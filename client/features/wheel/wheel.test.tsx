import { fireEvent, screen, within } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { finishCheckIn, readCheckIns, setScore, startCheckIn } from '#domain/check-ins.ts'
import { DIMENSIONS, type Dimension, TOPICS } from '#domain/choices.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { HALF_HEIGHT, HALF_WIDTH, toPoint } from '#ui/wheel-geometry.ts'
import { nl } from '#copy/nl.ts'

const NAMES = nl.wheel.topics
const randomness = createRandomness(40)

const openWheel = async (way = 'drawing', fake = createFakePlan()) => {
  if (readCheckIns(fake.doc).length === 0)
    startCheckIn(fake.doc, { who: { person: ME.person }, at: NOW, pack: 'neutral' }, randomness)
  await renderApp(`/plan/${fake.plan.id}/wheel?way=${way}`, { plan: fake.plan })
  await screen.findByRole('heading', { level: 1, name: 'Mijn wiel' })
  await screen.findByText(/^Vragen: /)
  return fake
}
const slider = (name: string) => screen.getByRole('slider', { name })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, text: string) => fireEvent.input(screen.getByLabelText(label), { target: { value: text } })

/** What is answered, in the order of the wheel; `undefined` is skipped, and participation is answered and taken back. */
const ANSWERS: Readonly<Record<Dimension, number | undefined>> = {
  'bodily-functions': 0,
  'mental-wellbeing': 4,
  meaningfulness: undefined,
  'quality-of-life': 10,
  participation: 7,
  'daily-functioning': 5,
}
const answered = DIMENSIONS.filter((dimension) => ANSWERS[dimension] !== undefined)

const aboutMental = (): void => {
  fireEvent.click(screen.getByRole('button', { name: /^Mentaal welbevinden/ }))
  fireEvent.click(screen.getByLabelText('Hier wil ik over praten'))
  type('Wil je er iets bij schrijven?', 'Ik pieker.')
}

const byPointer = (): void => {
  const field = document.querySelector('.wh-field')!
  field.getBoundingClientRect = () => new DOMRect(0, 0, 2 * HALF_WIDTH, 2 * HALF_HEIGHT)
  for (const dimension of answered) {
    const { x, y } = toPoint(DIMENSIONS.indexOf(dimension), DIMENSIONS.length, ANSWERS[dimension]!)
    fireEvent.click(field, { clientX: x + HALF_WIDTH, clientY: y + HALF_HEIGHT })
  }
  aboutMental()
  fireEvent.click(screen.getByRole('button', { name: /^Meedoen/ }))
  press('Haal het cijfer weg')
}

const byKeyboard = (): void => {
  for (const dimension of answered) {
    const spoke = slider(NAMES[dimension])
    fireEvent.keyDown(spoke, { key: 'Home' })
    for (let times = 0; times < ANSWERS[dimension]!; times += 1) fireEvent.keyDown(spoke, { key: 'ArrowUp' })
  }
  fireEvent.keyDown(slider(NAMES.participation), { key: 'Delete' })
  aboutMental()
}

const byQuestions = (): void => {
  for (const dimension of DIMENSIONS) {
    const score = ANSWERS[dimension]
    if (score === undefined) {
      press('Sla over')
      continue
    }
    press(String(score))
    if (dimension === 'mental-wellbeing') {
      fireEvent.click(screen.getByLabelText('Hier wil ik over praten'))
      type('Wil je er iets bij schrijven?', 'Ik pieker.')
    }
    if (dimension === 'participation') press('Haal het cijfer weg')
    press(dimension === 'participation' ? 'Sla over' : 'Volgende')
  }
  press('Vorige')
  press('Volgende')
}

const byTable = (): void => {
  for (const dimension of answered)
    fireEvent.change(screen.getByLabelText(`Cijfer voor ${NAMES[dimension]}`), {
      target: { value: String(ANSWERS[dimension]) },
    })
  fireEvent.change(screen.getByLabelText(`Cijfer voor ${NAMES.participation}`), { target: { value: '' } })
  fireEvent.click(screen.getAllByLabelText('Hier wil ik over praten')[1]!)
  type(`Bij ${NAMES['mental-wellbeing']}`, 'Ik pieker.')
}

const JOURNEYS = [
  ['pointer', 'drawing', byPointer],
  ['keyboard', 'drawing', byKeyboard],
  ['questions', 'questions', byQuestions],
  ['table', 'table', byTable],
] as const

test.each(JOURNEYS)('filled in by %s, the document is the same', async (_name, way, fill) => {
  const { doc } = await openWheel(way)
  fill()
  press('Klaar')
  const { id: _id, at: _at, maker: _maker, ...said } = readCheckIns(doc)[0]!
  const nothing = { score: [], note: '', talkAbout: false }
  expect(said).toEqual({
    who: { person: ME.person },
    corrects: null,
    pack: 'neutral',
    ownTopic: '',
    finished: true,
    topics: {
      'bodily-functions': { ...nothing, score: [0] },
      'mental-wellbeing': { score: [4], note: 'Ik pieker.', talkAbout: true },
      meaningfulness: nothing,
      'quality-of-life': { ...nothing, score: [10] },
      participation: nothing,
      'daily-functioning': { ...nothing, score: [5] },
      own: nothing,
    },
  })
})

describe('no default', () => {
  test('a wheel begins with nothing in it, whichever way one looks at it', async () => {
    await openWheel()
    for (const dimension of DIMENSIONS)
      expect(slider(NAMES[dimension]).getAttribute('aria-valuetext')).toBe('niet ingevuld')
    press('Lijst')
    await screen.findByRole('table')
    for (const topic of TOPICS)
      expect((screen.getByLabelText(`Cijfer voor ${NAMES[topic]}`) as HTMLSelectElement).value).toBe('')
    press('Vragen')
    await screen.findByText('Vraag 1 van 7')
    expect(screen.queryAllByRole('button', { pressed: true }).map((one) => one.textContent)).toEqual(['Vragen'])
  })

  test('a tap on the sign for none sets nothing: it asks', async () => {
    const { doc } = await openWheel()
    const none = slider(NAMES.meaningfulness)
    none.setPointerCapture = () => {}
    fireEvent.pointerDown(none, { button: 0, pointerId: 1 })
    fireEvent.pointerUp(none, { pointerId: 1 })
    expect(readCheckIns(doc)[0]!.topics.meaningfulness.score).toEqual([])
    expect(await screen.findByRole('heading', { name: NAMES.meaningfulness })).toBeTruthy()
  })

  test('zero is a score: it is said, pressed and drawn; none is not', async () => {
    await openWheel()
    fireEvent.keyDown(slider(NAMES.participation), { key: 'ArrowUp' })
    expect(slider(NAMES.participation).getAttribute('aria-valuetext')).toBe('0')
    expect(screen.getByRole('button', { name: /^Meedoen: 0$/ })).toBeTruthy()
    expect(document.querySelector('.wh-dot.wh-4 text')?.textContent).toBe('0')
    fireEvent.keyDown(slider(NAMES.participation), { key: 'Delete' })
    expect(document.querySelector('.wh-dot.wh-4 text')?.textContent).toBe('?')
  })
})

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

  test('two scores at the same time stand side by side, both drawn, until one is chosen', async () => {
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

  test('what one looks at stays when somebody begins another wheel', async () => {
    const fake = await openWheel()
    fireEvent.keyDown(slider(NAMES.participation), { key: 'End' })
    startCheckIn(fake.doc, { who: { person: WORKER.person }, at: NOW + 1, pack: 'neutral' }, createRandomness(8))
    expect(slider(NAMES.participation).getAttribute('aria-valuetext')).toBe('10')
    press('Later')
    await screen.findByRole('heading', { name: /Wanda/ })
    expect(slider(NAMES.participation).getAttribute('aria-valuetext')).toBe('niet ingevuld')
  })

  test('whoever reads along looks, and changes nothing', async () => {
    const reader = createFakePlan({ members: [{ ...ME, role: 'reader' }, WORKER] })
    await openWheel('questions', reader)
    expect(screen.queryByRole('slider')).toBeNull()
    expect(screen.queryByText('Klaar')).toBeNull()
    press(`${NAMES.meaningfulness}: niet ingevuld`)
    expect(screen.queryByText('Maak er een doel van')).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('over time', () => {
  test('a finished wheel stays as it was; a later one corrects it and says so', async () => {
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

  test('another moment lies under it, drawn and said', async () => {
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
    expect(screen.getByRole('button', { name: /^Zingeving: niet ingevuld\. 29 juli, Ans \(jij\): 2$/ })).toBeTruthy()
  })

  test('the seventh topic appears once it has a name', async () => {
    await openWheel()
    expect(screen.queryByRole('slider', { name: 'Mijn tuin' })).toBeNull()
    press('Eigen onderwerp erbij')
    type('Hoe noem je het?', 'Mijn tuin')
    fireEvent.keyDown(slider('Mijn tuin'), { key: 'End' })
    expect(document.querySelector('.wh-own text')?.textContent).toBe('10')
  })

  test('my own wheel is begun with one tap', async () => {
    const fake = createFakePlan()
    await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
    fireEvent.click(await screen.findByRole('button', { name: 'Vul mijn wiel in' }))
    expect(readCheckIns(fake.doc).map(({ who, at }) => [who, at])).toEqual([[{ person: ME.person }, NOW]])
    expect(await screen.findByRole('slider', { name: NAMES.meaningfulness })).toBeTruthy()
  })

  test('at one table a wheel is somebody else’s, also of somebody who does not take part', async () => {
    const fake = createFakePlan()
    await renderApp(`/plan/${fake.plan.id}/wheel`, { plan: fake.plan })
    fireEvent.click(await screen.findByText('Een wiel van iemand anders'))
    type('Iemand die niet meedoet. Hoe heet die?', 'Oma')
    fireEvent.submit(screen.getByRole('button', { name: 'Begin dit wiel' }).closest('form')!)
    expect(readCheckIns(fake.doc)[0]!.who).toEqual({ name: 'Oma' })
    expect(await screen.findByRole('heading', { level: 2, name: 'vandaag, Oma' })).toBeTruthy()
  })
})
