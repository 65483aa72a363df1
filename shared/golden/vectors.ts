/** The golden vectors for tests: bytes that other primitives made once (make.ts). */
import { toBase64url } from '../protocol/bytes.ts'
import vectors from './vectors.json' with { type: 'json' }

export { vectors }

/** Part of each such test's title: instructions for whoever breaks it. */
export const FRAME_CHANGED = 'if this fails, raise PROTOCOL_VERSION and keep reading the version before'
export const ITEM_CHANGED = 'if this fails, raise SUITE: what stands in logs must still open'

export const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
/** The id as the code represents it. */
export const toId = <Id extends string>(text: string): Id => toBase64url(fromHex(text)) as Id

export type RecordName = keyof typeof vectors.records
/** In the order of their numbers. */
export const RECORD_NAMES = Object.keys(vectors.records) as readonly RecordName[]
export const recordBytes = (name: RecordName): Uint8Array<ArrayBuffer> => fromHex(vectors.records[name].bytes)
