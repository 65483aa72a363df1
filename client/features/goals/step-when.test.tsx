/** The day of a step and its time, on its goal's screen and in a calendar. */
import { fireEvent, screen as page, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { toTime } from '#copy/format/days-and-times.ts'
import { parseWhen, type When, whenToMs } from '#domain/document/when.ts'
import { readSteps, setStep } from '#domain/goals/steps.ts'
import { press, random, setUp, show, words } from '#testing/open-goals.tsx'

const at = (clock: string): When => parseWhen('2026-11-28', clock)!
const AT_HALF_PAST_TWO = `28 november om ${toTime('nl-NL', whenToMs(at('14:30')))}`
const choose = (label: string, value: string) => fireEvent.change(page.getByLabelText(label), { target: { value } })

test('a time is asked for once there is a day, and goes along when the day moves', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Fietsen'))
  expect(page.queryByLabelText(words.time)).toBeNull()
  choose(words.fields.when, '2026-11-28')
  choose(words.time, '14:30')
  const step = () => readSteps(setting.doc).find(({ id }) => id === setting.second)
  expect(step()?.when).toEqual([at('14:30')])
  expect(page.getByText(AT_HALF_PAST_TWO)).toBeTruthy()
  choose(words.fields.when, '2026-12-01')
  expect(step()?.when).toEqual([parseWhen('2026-12-01', '14:30')])
  press(words.clearDay)
  expect(step()?.when).toEqual([])
  expect(page.queryByLabelText(words.time)).toBeNull()
})

/** As a browser says it while some parts of a day or time are filled in and others not yet. */
const half = (label: string): void => {
  const field = page.getByLabelText(label) as HTMLInputElement
  const validity = field.validity
  Object.defineProperty(field, 'validity', { value: { badInput: true }, configurable: true })
  choose(label, '')
  Object.defineProperty(field, 'validity', { value: validity })
}
const valueOf = (label: string): string => (page.getByLabelText(label) as HTMLInputElement).value
const leave = (label: string) => fireEvent.blur(page.getByLabelText(label))

test('while a day or a time is typed anew, the one before stays; what is left half shows it again', async () => {
  const setting = setUp()
  setStep(setting.doc, setting.first, { when: at('14:30') }, random)
  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Bellen'))
  for (const label of [words.fields.when, words.time]) {
    half(label)
    expect(readSteps(setting.doc)[0]?.when).toEqual([at('14:30')])
    leave(label)
  }
  expect([valueOf(words.fields.when), valueOf(words.time)]).toEqual(['2026-11-28', '14:30'])
  for (const year of ['0002', '0202', '1026', '20267']) choose(words.fields.when, `${year}-12-01`)
  leave(words.fields.when)
  expect([readSteps(setting.doc)[0]?.when, valueOf(words.fields.when)]).toEqual([[at('14:30')], '2026-11-28'])
  choose(words.time, '')
  choose(words.fields.when, '')
  expect(readSteps(setting.doc)[0]?.when).toEqual([])
})

test('a year of two digits is one of this century, once the field is left', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Fietsen'))
  choose(words.fields.when, '0027-03-05')
  const step = () => readSteps(setting.doc).find(({ id }) => id === setting.second)
  expect(step()?.when).toEqual([])
  leave(words.fields.when)
  expect([step()?.when, valueOf(words.fields.when)]).toEqual([[parseWhen('2027-03-05', '')], '2027-03-05'])
})

test('[rule 5] two times set at once are side by side, with who chose which', async () => {
  const setting = setUp()
  setStep(setting.doc, setting.first, { when: at('14:30') }, random)
  setStep(setting.other, setting.first, { when: at('16:00') }, random)
  setting.merge()
  await show(setting, `/${setting.goal}`)
  press(AT_HALF_PAST_TWO)
  await waitFor(() => expect(readSteps(setting.doc)[0]?.when).toEqual([at('14:30')]))
})

test('the calendar says that it saved a file, and that it does not keep up by itself', async () => {
  const setting = setUp()
  setStep(setting.doc, setting.first, { when: at('14:30') }, random)
  const { platform } = await show(setting, `/${setting.goal}`)
  press(words.changeOf('Bellen'))
  expect(page.queryByText(words.calendar.saved)).toBeNull()
  press(words.calendar.oneOf('Bellen'))
  expect(page.getByText(words.calendar.saved).closest('[role=status]')).not.toBeNull()
  expect(page.getByText(words.calendar.noFollow)).toBeTruthy()
  expect(platform.files[0]?.text).toContain('DTSTART:20261128T143000\r\n')
  expect(platform.files[0]?.text).toContain('TRIGGER:-PT1H\r\n')
})
