/**
 * Pages of logs as they were read and encoded last: a hundred people who join one plan are served the same ones. What is in a
 * log never changes, except that a closed workspace is erased. Knows no connection.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Head, ReadOptions, Store, StoredItem } from '../storage/store.ts'
import { encodeRun } from './frames.ts'

export type Page = {
  readonly items: readonly StoredItem[]
  /** All of them as one frame: they follow each other. */
  readonly encoded: () => Uint8Array<ArrayBuffer>
}
export type Pages = {
  /** `head`: how far the log has come. A page that ends before it is full and stays as it is; another one until more comes. */
  read(workspace: WorkspaceId, options: ReadOptions, head: Pick<Head, 'seq' | 'lastRecord'>): Promise<Page>
  /** Its entries have been erased. */
  forget(workspace: WorkspaceId): void
}

/** A shorter page is read as fast as it is found, in bytes; those of a thousand quiet plans would only fill memory. */
const LEAST_BYTES = 16 * 1024
/** What an item takes in memory beside its bytes, which lie there twice: about 200 bytes. */
const ITEM_BYTES = 200
const sizeOf = (items: readonly StoredItem[]): number =>
  items.reduce((sum, { bytes }) => sum + 2 * bytes.length + ITEM_BYTES, 0)

const toPage = (items: readonly StoredItem[]): Page => {
  let frame: Uint8Array<ArrayBuffer> | null = null
  return { items, encoded: () => (frame ??= encodeRun(items)) }
}

type Kept = {
  readonly workspace: WorkspaceId
  readonly page: Page
  readonly bytes: number
  /** As long as the log has come no further; `null`: for ever. */
  readonly upTo: number | null
}

export const createPages = (store: Pick<Store, 'read'>, maxBytes: number): Pages => {
  /** By workspace and where the page begins. The longest unused come first. */
  const kept = new Map<string, Kept>()
  let bytes = 0
  /** A page that was being read while something was erased is not kept. */
  let erasures = 0

  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  const keep = (key: string, one: Kept): void => {
    drop(key)
    kept.set(key, one)
    bytes += one.bytes
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) return
      drop(oldest)
    }
  }
  return {
    read: async (workspace, options, { seq, lastRecord }) => {
      const { after, recordsOnly } = options
      const key = `${workspace} ${after}${recordsOnly ? ' records' : ''}`
      const reached = recordsOnly ? lastRecord : seq
      const found = kept.get(key)
      if (found !== undefined && (found.upTo ?? reached) === reached) {
        keep(key, found)
        return found.page
      }
      const before = erasures
      const page = toPage(await store.read(workspace, options))
      const isFull = !recordsOnly && (page.items.at(-1)?.seq ?? seq) < seq
      const size = sizeOf(page.items)
      if (before === erasures && size >= LEAST_BYTES) {
        keep(key, { workspace, page, bytes: size, upTo: isFull ? null : reached })
      }
      return page
    },
    forget: (workspace) => {
      erasures += 1
      for (const [key, page] of kept) if (page.workspace === workspace) drop(key)
    },
  }
}
