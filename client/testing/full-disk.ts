/**
 * A full disk, simulated over fake-indexeddb: each write seems to succeed, and at the end the transaction is aborted, as in
 * Chromium and Safari.
 */
import { vi } from 'vitest'

/** The parts of fake-indexeddb's transaction that set the error's name and its moment. */
type FakeTransaction = IDBTransaction & { _markFinished(): void; _abort(name: string): void }

/** Lasts until `vi.restoreAllMocks()`. `only`: the single store that does not fit any more. */
export const fillDisk = (only?: string): void => {
  for (const method of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[method]
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (only === undefined || this.name === only) abortAtTheEnd(this.transaction as FakeTransaction)
      return write.call(this, value, key)
    })
  }
}

const abortAtTheEnd = (transaction: FakeTransaction): void => {
  const markFinished = transaction['_markFinished'].bind(transaction)
  transaction['_markFinished'] = () => {
    transaction['_markFinished'] = markFinished
    transaction['_abort']('QuotaExceededError')
  }
}
