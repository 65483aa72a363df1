/**
 * One row of the SQLite store's journal as bytes: the entries of one turn, of whatever workspaces (README: The journal).
 * `row := run*` · `run := workspace f64 • first seq u32 • received at f64 • count u32 • size of the items u32 • log hash after
 * them[32] • item*` · `item := length u32 • kind u8 • log hash[16] • bytes`; numbers are little-endian. Pure.
 */
import { HASH_BYTES, SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { type NumberedItem, STORED_KIND } from '../numbering.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Consecutive entries of one workspace, received at the same time. `logHash` of each is short; the run's is whole. */
export type Run = {
  /** Its number in the tables. */
  readonly workspace: number
  readonly firstSeq: number
  readonly receivedAt: number
  readonly logHash: Bytes
  readonly items: readonly Pick<NumberedItem, 'kind' | 'logHash' | 'bytes'>[]
}

export const lastSeq = ({ firstSeq, items }: Run): number => firstSeq + items.length - 1
/** Of all its items. */
export const bytesOf = ({ items }: Run): number => items.reduce((sum, { bytes }) => sum + bytes.length, 0)

const AT = { firstSeq: 8, receivedAt: 12, count: 20, size: 24, logHash: 28 } as const
const RUN_HEADER = AT.logHash + HASH_BYTES
const AT_ITEM = { kind: 4, logHash: 5 } as const
const ITEM_HEADER = AT_ITEM.logHash + SHORT_HASH_BYTES

const sizeOf = (run: Run): number => run.items.length * ITEM_HEADER + bytesOf(run)

export const encodeRow = (runs: readonly Run[]): Bytes => {
  const sizes = runs.map(sizeOf)
  const row = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + RUN_HEADER + size, 0))
  let at = 0
  for (const [index, { workspace, firstSeq, receivedAt, logHash, items }] of runs.entries()) {
    row.writeDoubleLE(workspace, at)
    row.writeUInt32LE(firstSeq, at + AT.firstSeq)
    row.writeDoubleLE(receivedAt, at + AT.receivedAt)
    row.writeUInt32LE(items.length, at + AT.count)
    row.writeUInt32LE(sizes[index] ?? 0, at + AT.size)
    row.set(logHash, at + AT.logHash)
    at += RUN_HEADER
    for (const item of items) {
      row.writeUInt32LE(item.bytes.length, at)
      row[at + AT_ITEM.kind] = item.kind
      for (let byte = 0; byte < SHORT_HASH_BYTES; byte += 1) row[at + AT_ITEM.logHash + byte] = item.logHash[byte] ?? 0 // a view of a small array costs more than its bytes
      row.set(item.bytes, at + ITEM_HEADER)
      at += ITEM_HEADER + item.bytes.length
    }
  }
  return row
}

const KINDS: readonly number[] = Object.values(STORED_KIND)
const toKind = (byte: number | undefined): NumberedItem['kind'] | null =>
  byte !== undefined && KINDS.includes(byte) ? (byte as NumberedItem['kind']) : null

/** The items of one run, which fill these bytes; `null`: they do not. */
const readItems = (bytes: Bytes, view: DataView, count: number): Run['items'] | null => {
  const items: Run['items'][number][] = []
  let at = 0
  for (let left = count; left > 0; left -= 1) {
    if (at + ITEM_HEADER > bytes.length) return null
    const end = at + ITEM_HEADER + view.getUint32(at, true)
    const kind = toKind(bytes[at + AT_ITEM.kind])
    if (end > bytes.length || kind === null) return null
    const logHash = bytes.subarray(at + AT_ITEM.logHash, at + ITEM_HEADER)
    items.push({ kind, logHash, bytes: bytes.subarray(at + ITEM_HEADER, end) })
    at = end
  }
  return at === bytes.length ? items : null
}

/** The runs, or those of one workspace; bytes are views of the row. `null`: it is no row. */
export const decodeRow = (row: Bytes, only: number | null = null): readonly Run[] | null => {
  const view = new DataView(row.buffer, row.byteOffset, row.length)
  const runs: Run[] = []
  for (let at = 0; at < row.length;) {
    const from = at + RUN_HEADER
    if (from > row.length) return null
    const end = from + view.getUint32(at + AT.size, true)
    if (end > row.length) return null
    const workspace = view.getFloat64(at, true)
    if (only === null || workspace === only) {
      const body = new DataView(row.buffer, row.byteOffset + from, end - from)
      const items = readItems(row.subarray(from, end), body, view.getUint32(at + AT.count, true))
      const firstSeq = view.getUint32(at + AT.firstSeq, true)
      const receivedAt = view.getFloat64(at + AT.receivedAt, true)
      if (items === null || items.length === 0 || !Number.isSafeInteger(workspace) || !Number.isSafeInteger(receivedAt))
        return null
      runs.push({ workspace, firstSeq, receivedAt, logHash: row.subarray(at + AT.logHash, from), items })
    }
    at = end
  }
  return runs
}
