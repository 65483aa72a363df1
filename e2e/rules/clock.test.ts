/** The app has one clock, which the relay corrects: whoever asked the device for the time would be wrong on a wrong phone. */
import { expect, test } from 'vitest'
import { isProof, readSources } from './sources.ts'
import { isNode, lineOf, type Node, parse, walk } from './syntax.ts'

/** Who asks this device, and what for. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'client/app/browser/clock.ts': ['Date.now'],
  'client/app/browser/environment.ts': ['performance.now'], // how long something took
  'client/away/away.ts': ['new Date()'], // a calendar as any other, without the app
}
/** Where the relay's time comes in. */
const EAR = 'client/sync/connection/read-frames.ts'

const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '')

/** `Date.now`, called or handed on; a `Date` of this moment; and the clock of the page. */
const askedBy = (node: Node): string | null => {
  if (node.type === 'MemberExpression') {
    const [object, property] = [nameOf(node.object), nameOf(node.property)]
    const isGlobal = isNode(node.object) && node.object.type === 'MemberExpression' // window.performance.now
    const of = isGlobal ? nameOf((node.object as Node).property) : object
    return property === 'now' && (of === 'Date' || of === 'performance') ? `${of}.now` : null
  }
  const isDate = nameOf(node.callee) === 'Date'
  if (node.type === 'CallExpression' && isDate) return 'Date()'
  return node.type === 'NewExpression' && isDate && (node.arguments as readonly Node[]).length === 0
    ? 'new Date()'
    : null
}

const readClocks = (file: string, code: string): readonly { readonly line: number; readonly what: string }[] => {
  const found: { readonly line: number; readonly what: string }[] = []
  walk(parse(file, code), (node) => {
    const what = askedBy(node)
    if (what !== null) found.push({ line: lineOf(code, node.start), what })
  })
  return found
}

const app = [...readSources()].filter(([file]) => file.startsWith('client/') && !isProof(file) && /\.tsx?$/.test(file))

test('nobody in the app asks this device for the time but its clock', () => {
  const found = app.flatMap(([file, code]) => readClocks(file, code).map((each) => ({ file, ...each })))
  const lawful = found.filter(({ file, what }) => HOMES[file]?.includes(what))
  expect(lawful.map(({ file, what }) => `${file} ${what}`).toSorted()).toEqual(
    Object.entries(HOMES).flatMap(([file, all]) => all.map((what) => `${file} ${what}`)),
  )
  expect(
    found.filter((each) => !lawful.includes(each)).map(({ file, line, what }) => `${file}:${line} ${what}`),
  ).toEqual([])
})

test('every connection hears the relay’s time: frames are read in one place', () => {
  const readers = app.filter(([, code]) => code.includes('decodeRelayFrames')).map(([file]) => file)
  expect(readers).toEqual([EAR])
})

test('each way to ask is found, and a moment that somebody else gave is no clock', () => {
  const planted = `const a = Date.now()
const b = { now: Date.now }
const c = new Date()
const d = Date()
const e = window.performance.now()
const f = performance.now()
const g = globalThis.Date.now()
const lawful = [new Date(5), Date.parse('x'), environment.now(), platform.now()]`
  expect(readClocks('planted.ts', planted).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7])
})
