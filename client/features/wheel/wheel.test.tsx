import { fireEvent, screen } from '@solidjs/testing-library'
import { describe, expect, test } from 'vitest'
import { readCheckIns } from '#domain/wheel/check-ins.ts'
import { DIMENSIONS, type Dimension, type Topic, TOPICS } from '#domain/document/choices.ts'
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
    press(String(ANSWERS[dimension]))
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
  const {
    id: _id,
    at: _at,
    maker: _maker,
    writers: _writers,
    finishers: _finishers,
    hands: _hands,
    ...said
  } = readCheckIns(doc)[0]!
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

  test('a tap on the sign for none, or on its spoke, sets nothing: it brings the scale, and moves nothing', async () => {
    const { doc } = await openWheel()
    const scaleOf = (topic: Topic) => screen.queryByRole('group', { name: `Cijfer voor ${NAMES[topic]}` })
    expect(scaleOf('bodily-functions')).toBeTruthy() // the first topic's stands ready
    const place = scaleOf('bodily-functions')!.closest('.wl-scale-place')
    fireEvent.click(slider(NAMES.meaningfulness))
    expect(scaleOf('meaningfulness')?.closest('.wl-scale-place')).toBe(place)
    const field = document.querySelector('.wh-field')!
    field.getBoundingClientRect = () => new DOMRect(0, 0, 2 * HALF_WIDTH, 2 * HALF_HEIGHT)
    const { x, y } = toPoint(DIMENSIONS.indexOf('participation'), DIMENSIONS.length, 8)
    fireEvent.click(field, { clientX: x + HALF_WIDTH, clientY: y + HALF_HEIGHT })
    expect(scaleOf('participation')).toBeTruthy()
    expect(DIMENSIONS.flatMap((topic) => readCheckIns(doc)[0]!.topics[topic].score)).toEqual([])
    press('0')
    expect(readCheckIns(doc)[0]!.topics.participation.score).toEqual([0])
    press('Volgende')
    expect(scaleOf('daily-functioning')).toBeTruthy()
  })

  test('what is not filled in is not dragged; a dot with a score is, in one change', async () => {
    const { doc } = await openWheel()
    const drag = (topic: Dimension, to: number): void => {
      const hold = slider(NAMES[topic])
      hold.setPointerCapture = () => {}
      hold.parentElement!.getBoundingClientRect = () =>
        new DOMRect(-HALF_WIDTH, -HALF_HEIGHT, 2 * HALF_WIDTH, 2 * HALF_HEIGHT)
      const { x, y } = toPoint(DIMENSIONS.indexOf(topic), DIMENSIONS.length, to)
      for (const event of ['pointerdown', 'pointermove', 'pointerup', 'click'])
        fireEvent(
          hold,
          new MouseEvent(event, {
            bubbles: true,
            button: 0,
            ...(event === 'pointerdown' ? {} : { clientX: x, clientY: y }),
          }),
        )
    }
    drag('participation', 9)
    expect(readCheckIns(doc)[0]!.topics.participation.score).toEqual([])
    fireEvent.keyDown(slider(NAMES['quality-of-life']), { key: 'Home' })
    drag('quality-of-life', 9)
    expect(readCheckIns(doc)[0]!.topics['quality-of-life'].score).toEqual([9])
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
