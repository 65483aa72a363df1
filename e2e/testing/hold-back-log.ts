/** A relay that sends the first items of a log, and the rest only when told to. */
import { vi } from 'vitest'
import type { Store } from '#relay/storage/store.ts'

export const holdBackLog = (store: Store, shown = 0): (() => void) => {
  const read = store.read
  let release = (): void => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  store.read = vi.fn(async (workspace, options) => {
    if (options.after < shown && !options.recordsOnly)
      return read(workspace, { ...options, maxItems: shown - options.after })
    if (options.after === shown && !options.recordsOnly) await released
    return read(workspace, options)
  })
  return release
}
