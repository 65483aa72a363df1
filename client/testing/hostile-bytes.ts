/** Runs in a worker, so that the test can terminate it: feeds one reader with bytes that no honest app sends. */
import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { READERS } from './hostile-readers.ts'

export type HostileTask = { readonly reader: string; readonly seed: number; readonly last: SharedArrayBuffer }
export type HostileAnswer = { readonly runs: number; readonly mostBytes: number }

type Bytes = Uint8Array<ArrayBuffer>
/** 2^31 and 2^50 as varUints. */
const HUGE = [
  [0x80, 0x80, 0x80, 0x80, 0x08],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02],
]

const { reader: name, seed, last } = workerData as HostileTask
const reader = await (READERS[name] ?? (() => Promise.reject(new Error(`No reader ${name}.`))))()
const note = new Uint8Array(last)
let runs = 0
const give = async (bytes: Bytes): Promise<void> => {
  runs += 1
  note.fill(0)
  note.set(Uint8Array.of(bytes.length & 0xff, bytes.length >> 8))
  note.set(bytes.subarray(0, note.length - 2), 2)
  await reader.read(bytes)
}

/** With some bytes changed, removed or inserted. */
const mutated = (example: Bytes): fc.Arbitrary<Bytes> => {
  const change = fc.record({
    at: fc.nat(example.length),
    remove: fc.nat(3),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 4 }).map((each) => [...each]),
      fc.constantFrom(...HUGE),
    ),
  })
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes = Array.from(example)
    for (const { at, remove, insert } of changes) bytes = bytes.toSpliced(at, remove, ...insert)
    return Uint8Array.from(bytes)
  })
}
const anything = fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes))
const hostile = fc.oneof(anything, ...reader.examples.map(mutated), ...(reader.crafted ? [reader.crafted] : []))
for (const example of reader.examples) await give(example)
await fc.assert(fc.asyncProperty(hostile, give), { seed, numRuns: reader.runs })

/** A count without elements, wherever a count could be: the memory that reading it takes, in bytes. */
const held = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
let mostBytes = 0
for (const example of reader.examples)
  for (let step = 0; step < 40; step++) {
    const at = Math.floor((step * example.length) / 40)
    for (const huge of HUGE) {
      const bytes = Uint8Array.of(...example.subarray(0, at), ...huge, ...example.subarray(at + 1, at + 6))
      const before = held()
      await give(bytes)
      mostBytes = Math.max(mostBytes, held() - before)
    }
  }
const answer: HostileAnswer = { runs, mostBytes }
parentPort?.postMessage(answer) // oxlint-disable-line unicorn/require-post-message-target-origin -- a worker's port has none
