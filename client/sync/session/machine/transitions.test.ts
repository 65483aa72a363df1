/** The page of transitions beside this folder, compared with how the machine handles every event in every state. `WRITE=1` writes the page anew. */
import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Happening } from './events.ts'
import { TASKS } from './testing/sample-tasks.ts'
import { EVENTS } from './testing/samples.ts'
import { format } from './testing/transitions.ts'

const PAGE = new URL('../TRANSITIONS.md', import.meta.url)

test('every state handles every event as the page says; after an intended change run it once with WRITE=1', async () => {
  const page = format()
  if (process.env['WRITE'] !== undefined) await writeFile(PAGE, page)
  expect(await readFile(PAGE, 'utf8')).toBe(page)
})

/** All events by name: a new event does not compile before it stands here, and the test then asks for its sample. */
const ALL: Readonly<Record<Happening['type'], true>> = {
  start: true,
  edited: true,
  'client-changed': true,
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

test('the page leaves out no event', () => {
  const sampled = new Set([
    ...EVENTS.map(({ event }) => event.type),
    ...TASKS.map(({ answer }) => answer.type),
    'failed',
  ])
  expect(Object.keys(ALL).filter((type) => !sampled.has(type))).toEqual([])
})
