/**
 * A backup as a file: sections of any length, put behind each other and cut into sealed chunks. Both ways hold one section in
 * memory, so that sixty plans of five years fit through a phone. Knows no plan.
 */
import { concatBytes } from '#shared/protocol/bytes.ts'
import {
  BACKUP_CHUNK_BYTES,
  BACKUP_HEADER_BYTES,
  type BackupHeaderFault,
  type BackupOpener,
  type BackupSealer,
  openBackupHeader,
  SEALED_CHUNK_BYTES,
} from '#keys/backup-seal.ts'
import type { Secret } from '#keys/key-holder.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Section = { readonly kind: number; readonly bytes: Bytes }

/** A section's kind and the length of its bytes. */
const SECTION_HEAD_BYTES = 5
/** Chunks that wait in memory before they become a part of the file, which browsers may put on the disk: 8 MB. */
const PART_CHUNKS = 32

const toHead = ({ kind, bytes }: Section): Bytes => {
  const head = new Uint8Array(SECTION_HEAD_BYTES)
  head[0] = kind
  new DataView(head.buffer).setUint32(1, bytes.length)
  return head
}

export type BackupWriter = {
  add(section: Section): Promise<void>
  /** The whole file. */
  end(): Promise<Blob>
}

export const createBackupWriter = (sealer: BackupSealer): BackupWriter => {
  const parts: Blob[] = [new Blob([sealer.header])]
  let chunks: Bytes[] = []
  let rest: Bytes = new Uint8Array(0)
  let number = 0
  const sealChunk = async (chunk: Bytes, isLast: boolean): Promise<void> => {
    chunks.push(await sealer.seal(chunk, number, isLast))
    number += 1
    if (chunks.length < PART_CHUNKS && !isLast) return
    parts.push(new Blob(chunks))
    chunks = []
  }
  return {
    async add(section) {
      let waiting = concatBytes(rest, toHead(section), section.bytes)
      // A full chunk waits too: it may be the last.
      while (waiting.length > BACKUP_CHUNK_BYTES) {
        await sealChunk(waiting.slice(0, BACKUP_CHUNK_BYTES), false)
        waiting = waiting.subarray(BACKUP_CHUNK_BYTES)
      }
      rest = waiting.slice()
    },
    async end() {
      await sealChunk(rest, true)
      return new Blob(parts, { type: 'application/octet-stream' })
    },
  }
}

/** Thrown by `sections` when the file is not whole, or not as it was made. */
export class DamagedBackup extends Error {}

/** The whole bytes of a part of the file; fewer at its end. */
const readPart = async (file: Blob, from: number, to: number): Promise<Bytes> => {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer())
  } catch (error) {
    throw new DamagedBackup('The file cannot be read any more.', { cause: error })
  }
}

/** The chunks of the file, opened. `done` hears the part of the file that was read, from 0 to 1. */
async function* openChunks(file: Blob, opener: BackupOpener, done: (part: number) => void): AsyncGenerator<Bytes> {
  const count = Math.max(1, Math.ceil((file.size - BACKUP_HEADER_BYTES) / SEALED_CHUNK_BYTES))
  for (let number = 0; number < count; number += 1) {
    const from = BACKUP_HEADER_BYTES + number * SEALED_CHUNK_BYTES
    const chunk = await opener.open(await readPart(file, from, from + SEALED_CHUNK_BYTES), number, number === count - 1)
    if (chunk === null) throw new DamagedBackup('A chunk does not open.')
    yield chunk
    done((number + 1) / count)
  }
}

/** The sections in order. A length is believed only as far as the file goes. Throws `DamagedBackup`. */
async function* readSections(file: Blob, opener: BackupOpener, done: (part: number) => void): AsyncGenerator<Section> {
  let waiting: Bytes[] = []
  let size = 0
  let left = file.size
  const take = (length: number): Bytes => {
    const all = concatBytes(...waiting)
    waiting = [all.subarray(length)]
    size -= length
    return all.slice(0, length)
  }
  let head: { readonly kind: number; readonly length: number } | null = null
  for await (const chunk of openChunks(file, opener, done)) {
    waiting.push(chunk)
    size += chunk.length
    left -= chunk.length
    for (;;) {
      if (head === null) {
        if (size < SECTION_HEAD_BYTES) break
        const bytes = take(SECTION_HEAD_BYTES)
        head = { kind: bytes[0] ?? 0, length: new DataView(bytes.buffer).getUint32(1) }
        if (head.length > size + left) throw new DamagedBackup('A section is longer than the file.')
      }
      if (size < head.length) break
      const { kind, length }: { readonly kind: number; readonly length: number } = head
      head = null
      yield { kind, bytes: take(length) }
    }
  }
  if (head !== null || size > 0) throw new DamagedBackup('The last section is not whole.')
}

export type OpenedFile =
  | { readonly ok: true; sections(done: (part: number) => void): AsyncGenerator<Section> }
  | { readonly ok: false; readonly reason: BackupHeaderFault | 'damaged' }

/** Reads the first bytes; the rest is read by each walk over the sections. */
export const openBackupFile = async (file: Blob, secret: Secret): Promise<OpenedFile> => {
  try {
    const header = await openBackupHeader(secret, await readPart(file, 0, BACKUP_HEADER_BYTES))
    return header.ok ? { ok: true, sections: (done) => readSections(file, header.opener, done) } : header
  } catch (error) {
    if (error instanceof DamagedBackup) return { ok: false, reason: 'damaged' }
    throw error
  }
}
