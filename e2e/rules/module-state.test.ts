/** What a module keeps between calls, and what it changes in others, has one home that says why: any other is refused. */
import { expect, test } from 'vitest'
import { readModuleState } from './module-state.ts'
import { readSources } from './sources.ts'

/** Every home and its reason. Tests may keep what they like: each of their files is a world of its own. */
const HOMES: Readonly<Record<string, string>> = {
  // Patched prototypes: others' code does what we cannot ask of it.
  'client/domain/document/deep-types.ts':
    'Yjs deletes nested types by recursion, and a deep one of a stranger would overflow the stack',
  'client/testing/full-disk.ts': 'a disk that refuses is refused where the browser writes',
  'client/testing/screens.setup.ts': 'jsdom does not scroll',
  'e2e/support/sweep/outside.ts': 'a browser without service workers, in its own page',
  'e2e/testing/disk-journal.ts': 'every write that a browser makes is seen, whoever asked for it',
  'sync-server/testing/crash-point.ts': 'the relay is killed between two of its steps and knows nothing of it',
  'sync-server/testing/small-disk.ts': 'the relay’s disk is full and SQLite says so',

  // Caches: the same answer without them, later.
  'client/domain/document/read-plan.ts': 'the state of each document that is followed',
  'client/domain/history/returned.ts': 'what went and came in a line, compared with many later ones',
  'client/domain/story/others-change.ts': 'what a transaction changed, read once for mending and for every caret',
  'client/domain/plan/who.ts': 'ids that were read: the same few at a thousand wheels',
  'client/reactive/use-plan-state.ts': 'one signal per document, however many screens read it',
  'client/editor/story-schema.ts': 'one schema for the gate and every editor: schemas are compared by identity',
  'client/keys/testing/circle.ts': 'keys of people in tests, which take long to derive',
  'shared/chain/signatures.ts': 'imported keys: importing takes longer than checking',
  'sync-server/relay/hello.ts': 'what the newest checkpoint has seen, by the head it belongs to',

  // State that goes with an object of somebody else.
  'client/domain/story/keep-together.ts': 'where letters went because of a transaction',
  'e2e/support/sweep/inspect.ts': 'one session of the developer tools per page',

  // Scripts: a process runs them once, so the module is the run.
  'client/domain/fixtures/make-plan-r1.ts': 'a script',
  'client/testing/hostile-bytes.ts': 'a worker’s script',
  'e2e/bench/servers/bare.ts': 'a script',
  'e2e/simulation/worker.ts': 'a process’s script',
  'sync-server/main.ts': 'a script',

  // One of its kind per process.
  'client/reactive/asked-put-back.ts': 'what is tapped on one screen is done by the next one, in the same page',
  'e2e/bench/load/socket.ts': 'every connection of the generator comes from the next address',
  'e2e/bench/servers/database.ts': 'one PostgreSQL for a whole run',
  'e2e/testing/killed-browser.ts':
    'the relay and the open plans of the story that is told: a browser’s globals are one per process too',
}

const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file)

test('what a module keeps or patches has its home in this list, and every home is used', () => {
  const found = [...readSources()]
    .filter(([file]) => !isTest(file) && !file.endsWith('.mjs'))
    .flatMap(([file, code]) => readModuleState(file, code).map((each) => ({ file, ...each })))
  const homeless = found.filter(({ file }) => !(file in HOMES))
  expect(homeless.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([])
  expect(Object.keys(HOMES).filter((file) => !found.some((each) => each.file === file))).toEqual([])
})

test('each way to keep something or to patch somebody is found', () => {
  const planted = `import { Y } from 'yjs'
let count = 0
export let open
const rooms = new Map<string, Room>()
const seen: WeakMap<object, number> = new WeakMap()
const names = new Set(['one'])
names.add('two')
export const world = { open: false }
world.open = true
const all = []
const remember = (each) => all.push(each)
const { prototype } = Y.ContentType
prototype.delete = () => {}
Element.prototype.scrollTo ??= () => {}
vi.spyOn(IDBObjectStore.prototype, 'put')
Object.defineProperty(Element.prototype, 'x', {})
var old = 1
const calls = { number: 0 }
calls.number++`
  expect(
    readModuleState('planted.ts', planted)
      .map(({ line }) => line)
      .toSorted((a, b) => a - b),
  ).toEqual([2, 3, 4, 5, 6, 8, 10, 13, 14, 15, 16, 17, 18])
})

test('what is only read is no state, and what a function makes is gone with the call', () => {
  const lawful = `const NONE: ReadonlyMap<string, number> = new Map()
const NO_FIELDS: Fields = new Map()
const FULL = new Set(['QuotaExceededError'])
const LIST = [1, 2]
export const make = () => {
  let count = 0
  const rooms = new Map()
  rooms.set('a', 1)
  count += 1
  return { rooms, count }
}
const isPlain = (value) => Object.getPrototypeOf(value) === Object.prototype
Element.prototype.getAttribute.call(element, 'x')
const sorted = LIST.toSorted()`
  expect(readModuleState('lawful.ts', lawful)).toEqual([])
})
