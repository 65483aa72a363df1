/** The cursor is written at most once a second, as the log is by then, after the records that it counts; and not before there is anything to say. */
import { expect, test } from 'vitest'
import { decodeCursor } from '#sync/log/cursor.ts'
import { scheduleCursor, writeCursor } from './cursor-writer.ts'
import { type Driver, drive, firstState } from './testing/drive.ts'
import { draftLog } from './turn.ts'

const written = (driver: Driver): readonly number[] =>
  driver.effects().flatMap((effect) => (effect.type === 'store-cursor' ? [decodeCursor(effect.cursor)?.seq ?? -1] : []))
const readUpTo = (driver: Driver, seq: number): void =>
  driver.take((turn) => {
    draftLog(turn).seq = seq
    scheduleCursor(turn)
  })

test('many steps, one cursor a second, as the state is by then', () => {
  const driver = drive(firstState())
  for (let seq = 1; seq <= 25; seq++) {
    readUpTo(driver, seq)
    driver.pass(100)
  }
  driver.dispatch({ type: 'flush' })
  expect(written(driver)).toEqual([10, 20, 25])
})

test('a flush writes at once, and leaves no timer', () => {
  const driver = drive(firstState())
  readUpTo(driver, 1)
  driver.dispatch({ type: 'flush' })
  expect([written(driver), driver.running()]).toEqual([[1], []])
})

test('whoever has heard nothing of the log yet keeps no cursor that would say so; whoever had one, and reads anew, does', () => {
  const fresh = drive(firstState())
  fresh.take(writeCursor)
  expect(written(fresh)).toEqual([])
  const known = drive(firstState({ hasCursor: true }))
  known.take(writeCursor)
  readUpTo(known, 1)
  known.take(writeCursor)
  readUpTo(known, 0)
  known.take(writeCursor)
  expect(written(known)).toEqual([0, 1, 0])
})
