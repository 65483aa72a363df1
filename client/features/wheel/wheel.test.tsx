import { fireEvent, screen } from '@solidjs/testing-library'
import { describe, expect, test } from 'vitest'
import { readCheckIns } from '#domain/wheel/check-ins.ts'
import { DIMENSIONS, type Dimension, TOPICS } from '#domain/document/choices.ts'
import { ME } from '#testing/fake-plan.ts'
import { NAMES, openWheel, press, slider, type } from '#testing/open-wheel.tsx'
import { HALF_HEIGHT, HALF_WIDTH, toPoint } from '#ui/wheel/wheel-geometry.ts'

/** The answers, in the order of the wheel; `undefined` is skipped, and participation is answered and cleared. */
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
  const { id: _id, at: _at, maker: _maker, writers: _writers, hands: _hands, ...said } = readCheckIns(doc)[0]!
  const nothing = { score: [], note: '', talkAbout: false }
  expect(said).toEqual({
    who: { person: ME.person },
    corrects: null,
    pack: 'neutral',
    ownTopic: '',
    finished: true,
    aside: null,
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
  test('a new wheel has no scores, in every way of filling it in', async () => {
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

  test('a tap on the sign for none sets nothing: it opens the topic', async () => {
    const { doc } = await openWheel()
    const none = slider(NAMES.meaningfulness)
    none.setPointerCapture = () => {}
    const { x, y } = toPoint(DIMENSIONS.indexOf('meaningfulness'), DIMENSIONS.length, 5)
    none.parentElement!.getBoundingClientRect = () =>
      new DOMRect(-HALF_WIDTH, -HALF_HEIGHT, 2 * HALF_WIDTH, 2 * HALF_HEIGHT)
    fireEvent(none, new MouseEvent('pointerdown', { bubbles: true, button: 0, clientX: x, clientY: y }))
    fireEvent(none, new MouseEvent('pointerup', { bubbles: true, clientX: x, clientY: y }))
    expect(readCheckIns(doc)[0]!.topics.meaningfulness.score).toEqual([])
    expect(await screen.findByRole('heading', { name: NAMES.meaningfulness })).toBeTruthy()
  })

  test('zero is a score: it is announced, pressed and drawn; none is not', async () => {
    await openWheel()
    fireEvent.keyDown(slider(NAMES.participation), { key: 'ArrowUp' })
    expect(slider(NAMES.participation).getAttribute('aria-valuetext')).toBe('0')
    expect(screen.getByRole('button', { name: /^Meedoen: 0$/ })).toBeTruthy()
    expect(document.querySelector('.wh-dot.wh-4 text')?.textContent).toBe('0')
    fireEvent.keyDown(slider(NAMES['quality-of-life']), { key: 'End' })
    expect(document.querySelectorAll('.wh-wedge')).toHaveLength(1)
    fireEvent.keyDown(slider(NAMES.participation), { key: 'Delete' })
    expect(document.querySelector('.wh-dot.wh-4 text')?.textContent).toBe('?')
  })
})
