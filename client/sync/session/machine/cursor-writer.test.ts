/** The cursor is written at most once a second, for the log as it then is, after the records that it counts, and never before the log was heard. */
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

test('many steps write one cursor a second, of the latest state', () => {
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

test('a device that has heard nothing of the log writes no cursor; one that had a cursor and reads anew does', () => {
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
