/** Every state meets every event, and what happens then stands on the page beside this folder: written anew with `WRITE=1`, and compared. */
import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Happening } from './events.ts'
import { TASKS } from './testing/sample-tasks.ts'
import { EVENTS } from './testing/samples.ts'
import { format } from './testing/transitions.ts'

const PAGE = new URL('../TRANSITIONS.md', import.meta.url)

test('what every state makes of every event is as the page says; if this is meant, run it once with WRITE=1', async () => {
  const page = format()
  if (process.env['WRITE'] !== undefined) await writeFile(PAGE, page)
  expect(await readFile(PAGE, 'utf8')).toBe(page)
})

/** By name, so that a new event does not compile before it stands here; the test then asks for a sample of it. */
const ALL: Readonly<Record<Happening['type'], true>> = {
  start: true,
  edited: true,
  'socket-asked': true,
  'socket-left': true,
  awareness: true,
  append: true,
  flush: true,
  reconnect: true,
  repair: true,
  settle: true,
  stop: true,
  bug: true,
  message: true,
  closed: true,
  'network-lost': true,
  timer: true,
  'hello-signed': true,
  'entries-opened': true,
  'record-checked': true,
  'entry-sealed': true,
  'record-made': true,
  'record-not-made': true,
  'presence-sealed': true,
  'presence-opened': true,
  'checkpoint-opened': true,
  'cursor-kept': true,
  'records-loaded': true,
  applied: true,
  'missing-found': true,
  'unshared-found': true,
  diffed: true,
  'document-copied': true,
  replayed: true,
  'replay-settled': true,
  'awareness-left': true,
  failed: true,
}

test('no event is left out of it', () => {
  const sampled = new Set([
    ...EVENTS.map(({ event }) => event.type),
    ...TASKS.map(({ answer }) => answer.type),
    'failed',
  ])
  expect(Object.keys(ALL).filter((type) => !sampled.has(type))).toEqual([])
})
