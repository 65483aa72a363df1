/** A test that starts processes is found by the stage that has time for them, so that a change is judged without. */
import { matchesGlob } from 'node:path/posix'
import { expect, test } from 'vitest'
import { WITH_PROCESSES } from '../../vite.config.ts'
import { readImports } from './imports.ts'
import { readAliases, readSources } from './sources.ts'

const STARTS = /^sync-server\/testing\/(postgres|proxy|relay-process)\.ts$/

test('every test that starts a relay, a proxy or PostgreSQL as a process is one of that stage', () => {
  const starting = readImports(readSources(), readAliases()).filter(
    ({ from, to }) => STARTS.test(to) && /\.test\.tsx?$/.test(from),
  )
  const outside = starting.filter(({ from }) => !WITH_PROCESSES.some((glob) => matchesGlob(from, glob)))
  expect(starting.length).toBeGreaterThan(5)
  expect(outside.map(({ from, line, to }) => `${from}:${line} imports ${to}`)).toEqual([])
})
