/** A full disk over fake-indexeddb: the write looks well and its transaction is aborted afterwards, as Chromium and Safari do it. */
import { vi } from 'vitest'

/** Until `vi.restoreAllMocks()`. */
export const fillDisk = (): void => {
  for (const method of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[method]
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      const request = write.call(this, value, key)
      const transaction = this.transaction as unknown as { _abort(name: string): void }
      transaction._abort('QuotaExceededError') // oxlint-disable-line no-underscore-dangle -- the only way to abort with this name
      return request
    })
  }
}
