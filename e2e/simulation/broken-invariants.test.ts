/**
 * Proves that each invariant of the simulation can fail: a module that breaks its rule on purpose is caught within a few
 * schedules.
 */
import { afterEach, expect, test, vi } from 'vitest'
import type * as acceptModule from '#sync/log/accept.ts'
import type * as updateModule from '#sync/update/update.ts'
import type * as ticketModule from '#sync/session/machine/is-current.ts'
import type * as stateModule from '#sync/session/machine/state.ts'
import type * as diskModule from './disk.ts'
import type * as epochsModule from '#sync/session/machine/epochs.ts'
import type * as sessionModule from '#sync/session/session.ts'
import type * as makeRecordsModule from '#keys/make-records.ts'
import type * as logStateModule from '#sync/log/log-state.ts'
import type * as writesModule from '#storage/journal/journal-writes.ts'
import type * as linesModule from '#storage/journal/lines.ts'
import type * as repairModule from '#sync/session/machine/repair.ts'
import { stopTime } from '../testing/time.ts'
import type { Habit } from './hostile/habits.ts'
import { habitOf, troubleOf } from './trouble.ts'

type Accept = typeof acceptModule
type Entry = Parameters<Accept['accept']>[1]

/** The number of schedules that a broken rule may survive. */
const MOST_SEEDS = 100

const original = <Module>(importOriginal: () => Promise<unknown>): Promise<Module> =>
  importOriginal() as Promise<Module>

/** Accepts what one rule skips. */
const acceptWithout = (rule: string) =>
  vi.doMock('#sync/log/accept.ts', async (importOriginal) => {
    const real = await original<Accept>(importOriginal)
    const { inspectUpdate } = await vi.importActual<typeof updateModule>('#sync/update/update.ts')
    const accept = (state: Parameters<Accept['accept']>[0], entry: Entry): ReturnType<Accept['accept']> => {
      const verdict = real.accept(state, entry)
      const inspected = entry.content && inspectUpdate(entry.content.update)
      if (verdict.accepted || verdict.reason !== rule || !entry.content || !inspected) return verdict
      return { accepted: true, inspected, update: entry.content.update, otherLog: verdict.otherLog }
    }
    return { ...real, accept }
  })

/** Which schedules are searched: those with this trouble, or with a member of this habit. */
type Among = 'honest' | 'lying-relay' | Habit
const isAmong = (seed: number, among: Among): boolean =>
  among === (troubleOf(seed) === 'hostile' ? habitOf(seed) : troubleOf(seed))

const BROKEN_MODULES: Readonly<Record<string, { readonly among: Among; break(): unknown }>> = {
  'takes entries of a member who may not write (E1)': { among: 'smuggled', break: () => acceptWithout('E1') },
  'takes text under the clientID of somebody else (E4)': { among: 'broken', break: () => acceptWithout('E4') },
  'takes what is not complete (E5)': { among: 'broken', break: () => acceptWithout('E5') },
  'shows as shared what is still in flight (C1)': {
    among: 'honest',
    break: () =>
      vi.doMock('#sync/session/machine/state.ts', async (importOriginal) => {
        const real = await original<typeof stateModule>(importOriginal)
        return { ...real, inFlightOf: () => [] }
      }),
  },
  'says saved and keeps nothing (C1)': {
    among: 'honest',
    break: () =>
      vi.doMock('./disk.ts', async (importOriginal) => {
        const real = await original<typeof diskModule>(importOriginal)
        let writes = 0
        const createDisk: typeof real.createDisk = (durable, refusing) => {
          const disk = real.createDisk(durable, refusing)
          const writeRow: typeof disk.writeRow = async (row, mine) => {
            if (++writes % 5 !== 0) return disk.writeRow(row, mine)
            mine.forEach(durable)
          }
          return { ...disk, writeRow }
        }
        return { ...real, createDisk }
      }),
  },
  'never renews the key (R4)': {
    among: 'honest',
    break: () =>
      vi.doMock('#sync/session/machine/epochs.ts', async (importOriginal) => {
        const real = await original<typeof epochsModule>(importOriginal)
        return { ...real, scheduleEpoch: () => {} }
      }),
  },
  'makes the key before once more (R3)': {
    among: 'honest',
    break: () =>
      vi.doMock('#keys/make-records.ts', async (importOriginal) => {
        const real = await original<typeof makeRecordsModule>(importOriginal)
        const makeEpoch: typeof real.makeEpoch = (chain, author, previous, ended, randomBytes) =>
          real.makeEpoch(chain, author, previous, ended, (length) =>
            length === previous.length ? new Uint8Array(previous) : randomBytes(length),
          )
        return { ...real, makeEpoch }
      }),
  },
  'removes somebody and keeps the key that they have (R3)': {
    among: 'honest',
    break: () =>
      vi.doMock('#keys/make-records.ts', async (importOriginal) => {
        const real = await original<typeof makeRecordsModule>(importOriginal)
        const makeEpoch: typeof real.makeEpoch = (chain, author, previous, ended, randomBytes) =>
          real.makeEpoch(chain, author, previous, ended, (length) =>
            ended.endedPersons.length > 0 && length === previous.length
              ? new Uint8Array(previous)
              : randomBytes(length),
          )
        return { ...real, makeEpoch }
      }),
  },
  'stops at an entry that breaks a rule (E6)': {
    among: 'broken',
    break: () =>
      vi.doMock('#sync/log/accept.ts', async (importOriginal) => {
        const real = await original<Accept>(importOriginal)
        const accept: Accept['accept'] = (state, entry) => {
          const verdict = real.accept(state, entry)
          if (!verdict.accepted && verdict.reason !== 'checkpoint') throw new Error('What is this?')
          return verdict
        }
        return { ...real, accept }
      }),
  },
  'keeps to itself who was shown another log (E2)': {
    among: 'counting',
    break: () =>
      vi.doMock('#sync/session/session.ts', async (importOriginal) => {
        const real = await original<typeof sessionModule>(importOriginal)
        const openSession: typeof real.openSession = (options) =>
          real.openSession({ ...options, alarm: (alarm) => alarm.kind !== 'other-log' && options.alarm(alarm) })
        return { ...real, openSession }
      }),
  },
  'believes every checkpoint (K2)': {
    among: 'checkpoints',
    break: () => vi.doMock('#sync/document/doc-digest.ts', () => ({ digestOf: () => new Uint8Array(32) })),
  },
  'accuses whoever comes first (E2)': {
    among: 'honest',
    break: () =>
      vi.doMock('#sync/log/log-state.ts', async (importOriginal) => {
        const real = await original<typeof logStateModule>(importOriginal)
        return { ...real, knowsPlace: () => false }
      }),
  },
  'believes an answer that is stale': {
    among: 'honest',
    break: () =>
      vi.doMock('#sync/session/machine/is-current.ts', async (importOriginal) => {
        const real = await original<typeof ticketModule>(importOriginal)
        return { ...real, isCurrent: () => true }
      }),
  },
  'takes any answer for the one that it waits for': {
    among: 'honest',
    break: () =>
      vi.doMock('#sync/session/machine/is-current.ts', async (importOriginal) => {
        const real = await original<typeof ticketModule>(importOriginal)
        const isCurrent: typeof real.isCurrent = (state, ticket) =>
          ticket.what === 'task' ? state.task !== null : real.isCurrent(state, ticket)
        return { ...real, isCurrent }
      }),
  },
  'keeps a history with holes': {
    among: 'honest',
    break: () =>
      vi.doMock('#storage/journal/lines.ts', async (importOriginal) => {
        const real = await original<typeof linesModule>(importOriginal)
        let batches = 0
        const takeBatch: typeof real.takeBatch = (lines, batch) =>
          real.takeBatch(lines, ++batches % 9 === 0 ? { ...batch, entries: [] } : batch)
        return { ...real, takeBatch }
      }),
  },
  'folds its history into nothing': {
    among: 'honest',
    break: () =>
      vi.doMock('#storage/journal/journal-writes.ts', async (importOriginal) => {
        const real = await original<typeof writesModule>(importOriginal)
        const planFold: typeof real.planFold = (lines, base, entries) =>
          real.planFold(lines, { ...base, document: Uint8Array.of(0, 0) }, entries)
        return { ...real, planFold }
      }),
  },
  'keeps the history of a log that the relay has no more': {
    among: 'lying-relay',
    break: () =>
      vi.doMock('#storage/journal/lines.ts', async (importOriginal) => {
        const real = await original<typeof linesModule>(importOriginal)
        const takeBatch: typeof real.takeBatch = (lines, batch) =>
          lines !== null && batch.from.number === 0
            ? { lines, written: real.writtenLine(lines), entries: [] }
            : real.takeBatch(lines, batch)
        return { ...real, takeBatch }
      }),
  },
  'restores no records to the relay (C3)': {
    among: 'lying-relay',
    break: () =>
      vi.doMock('#sync/session/machine/repair.ts', async (importOriginal) => {
        const real = await original<typeof repairModule>(importOriginal)
        return { ...real, nextToGiveBack: () => null }
      }),
  },
}

afterEach(() => {
  vi.doUnmock('#keys/make-records.ts')
  for (const path of ['state', 'epochs', 'repair', 'is-current']) vi.doUnmock(`#sync/session/machine/${path}.ts`)
  for (const path of ['document/doc-digest', 'log/accept', 'log/log-state', 'session/session'])
    vi.doUnmock(`#sync/${path}.ts`)
  for (const path of ['lines', 'journal-writes']) vi.doUnmock(`#storage/journal/${path}.ts`)
  vi.doUnmock('./disk.ts')
  vi.resetModules()
})

/** How many schedules it took; `null` when none failed. */
const catchIt = async (among: Among): Promise<number | null> => {
  const time = stopTime()
  try {
    const { runSchedule } = await import('./schedule.ts')
    for (let seed = 1, runs = 0; runs < MOST_SEEDS; seed++) {
      if (!isAmong(seed, among)) continue
      runs += 1
      const failed = await runSchedule(seed, time, new Map()).then(
        () => false,
        () => true,
      )
      if (failed) return runs
    }
    return null
  } finally {
    time.uninstall()
  }
}

test.each(Object.entries(BROKEN_MODULES))(
  'an app that %s is caught',
  async (name, broken) => {
    broken.break()
    const runs = await catchIt(broken.among)
    if (process.env['VERBOSE']) console.log(name, runs)
    expect(runs, name).not.toBeNull()
  },
  120_000,
)
