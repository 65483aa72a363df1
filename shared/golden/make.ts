/**
 * Makes vectors.json: the bytes of every key, id, record, box, entry and frame, by other primitives than the app's own.
 * Run it when the protocol gets a new version, never to repair a failing test: what stands in people's logs does not change.
 *   node shared/golden/make.ts
 */
// oxlint-disable no-restricted-imports -- other primitives than the app's, on purpose
import { writeFile } from 'node:fs/promises'
import { makeFrames } from './make-frames.ts'
import { deriveSome, makeKeys } from './make-keys.ts'
import { makeContent } from './make-content.ts'
import { makeRecords } from './make-records.ts'

type Tree = { readonly [name: string]: unknown }

/** Buffers become hex, everything else stays. */
const toJson = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value as Tree).map(([name, each]) => [name, toJson(each)]))
}

const people = deriveSome()
const records = makeRecords(people)
const content = makeContent(people, records)
const vectors = {
  about: 'Made by make.ts. Suite 1, protocol version 1.',
  keys: makeKeys(people),
  workspace: records.workspace,
  records: records.records,
  content,
  frames: makeFrames(people, records, content),
}
await writeFile(new URL('vectors.json', import.meta.url), `${JSON.stringify(toJson(vectors), null, 2)}\n`)
