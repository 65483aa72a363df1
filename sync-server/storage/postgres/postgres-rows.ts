/** Rows of the PostgreSQL store as values, and ids as parameters for the driver. */
import { idBytes } from '#shared/protocol/ids.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import type { Head, StoredItem } from '../store.ts'

export const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
export const idBuffer = (id: Parameters<typeof idBytes>[0]): Buffer => toBuffer(idBytes(id))

export const readHead = (row: Row): Head => ({
  seq: numberIn(row, 'head'),
  logHash: bytesIn(row, 'log_hash'),
  lastRecord: numberIn(row, 'last_record'),
  bytes: numberIn(row, 'size'),
})

export const readItem = (row: Row): StoredItem => ({
  seq: numberIn(row, 'seq'),
  receivedAt: numberIn(row, 'received_at'),
  bytes: bytesIn(row, 'bytes'),
})
