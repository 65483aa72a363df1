/**
 * Pages of logs as they were read and encoded last: a hundred people who join one plan are served the same ones. What is in a
 * log never changes, except that a closed workspace is erased. Knows no connection.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { ReadOptions, Store, StoredItem } from '../storage/store.ts'
import { encodeRun } from './frames.ts'

export type Page = {
  readonly items: readonly StoredItem[]
  /** All of them as one frame: they follow each other. */
  readonly encoded: () => Uint8Array<ArrayBuffer>
}
export type Pages = {
  /** `head`: the last item there is. A page that ends before it is full, and stays as it is. */
  read(workspace: WorkspaceId, options: ReadOptions, head: number): Promise<Page>
  /** Its entries have been erased. */
  forget(workspace: WorkspaceId): void
}

/** What an item takes in memory beside its bytes, which lie there twice: about 200 bytes. */
const ITEM_BYTES = 200
const sizeOf = (items: readonly StoredItem[]): number =>
  items.reduce((sum, { bytes }) => sum + 2 * bytes.length + ITEM_BYTES, 0)

export const toPage = (items: readonly StoredItem[]): Page => {
  let frame: Uint8Array<ArrayBuffer> | null = null
  return { items, encoded: () => (frame ??= encodeRun(items)) }
}

export const createPages = (store: Pick<Store, 'read'>, maxBytes: number): Pages => {
  /** By workspace and where the page begins. The longest unused come first. */
  const kept = new Map<string, { readonly workspace: WorkspaceId; readonly page: Page; readonly bytes: number }>()
  let bytes = 0
  /** A page that was being read while something was erased is not kept. */
  let erasures = 0

  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  const keep = (key: string, workspace: WorkspaceId, page: Page): void => {
    drop(key)
    const size = sizeOf(page.items)
    kept.set(key, { workspace, page, bytes: size })
    bytes += size
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) return
      drop(oldest)
    }
  }
  return {
    read: async (workspace, options, head) => {
      if (options.recordsOnly) return toPage(await store.read(workspace, options))
      const key = `${workspace} ${options.after}`
      const found = kept.get(key)
      if (found !== undefined) {
        keep(key, workspace, found.page)
        return found.page
      }
      const before = erasures
      const page = toPage(await store.read(workspace, options))
      const isFull = (page.items.at(-1)?.seq ?? head) < head
      if (isFull && before === erasures) keep(key, workspace, page)
      return page
    },
    forget: (workspace) => {
      erasures += 1
      for (const [key, page] of kept) if (page.workspace === workspace) drop(key)
    },
  }
}
