/**
 * A cache of log pages, as read and encoded: a hundred people who join one plan are sent the same ones. A log never
 * changes, except that a closed workspace is erased. Knows no connection.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Head, ReadOptions, Store, StoredItem } from '../storage/store.ts'
import { encodeRun } from './frames.ts'

export type Page = {
  readonly items: readonly StoredItem[]
  /** All items as one frame: they are consecutive. */
  readonly encoded: () => Uint8Array<ArrayBuffer>
}
export type Pages = {
  /**
   * `head` is the end of the log. A page that ends before it is full and stays valid; one that ends at it, only until more
   * is appended.
   */
  read(workspace: WorkspaceId, options: ReadOptions, head: Pick<Head, 'seq' | 'lastRecord'>): Promise<Page>
  /** Its entries have been erased. */
  forget(workspace: WorkspaceId): void
}

/** A smaller page, in bytes, is not cached: it is read fast, and pages of a thousand quiet plans would fill the memory. */
const LEAST_BYTES = 16 * 1024
/** Memory per item beside its bytes, which are held twice: about 200 bytes. */
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
  /** Valid as long as the log ends here; `null`: always. */
  readonly upTo: number | null
}

export const createPages = (store: Pick<Store, 'read'>, maxBytes: number): Pages => {
  /** By workspace and the number after which the page begins. Least recently used first. */
  const kept = new Map<string, Kept>()
  let bytes = 0
  /** A page whose reading overlapped an erasure is not cached. */
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
