/** A full disk over fake-indexeddb: each write looks well, and at its end the transaction is aborted, as Chromium and Safari do it. */
import { vi } from 'vitest'

/** The parts of fake-indexeddb's transaction that give it this name and this moment. */
type FakeTransaction = IDBTransaction & { _markFinished(): void; _abort(name: string): void }

/** Until `vi.restoreAllMocks()`. `only`: it is the last straw for one store, and the others still fit. */
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
