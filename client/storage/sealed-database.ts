/** A database whose values are sealed on their way in and opened on their way out, with the part of idb's calls that stores use. */
import type { IDBPDatabase, IDBPObjectStore } from 'idb'
import { type AtRest, isSealed } from './at-rest/at-rest.ts'
import type { Shape, StoreName } from './shape.ts'

type KeyOf<Name extends StoreName> = Shape[Name]['key']
export type Store<Name extends StoreName> = {
  get(key: KeyOf<Name>): Promise<unknown>
  getKey(key: KeyOf<Name>): Promise<KeyOf<Name> | undefined>
  getAll(range?: IDBKeyRange): Promise<readonly unknown[]>
  getAllKeys(range?: IDBKeyRange): Promise<KeyOf<Name>[]>
  put(value: unknown, key: KeyOf<Name>): Promise<unknown>
  delete(key: KeyOf<Name> | IDBKeyRange): Promise<void>
  clear(): Promise<void>
  /** Stores this key's value anew where it stands in another form than new values have. */
  rewrite(key: KeyOf<Name>): Promise<unknown>
}
export type Transaction<Names extends StoreName = StoreName> = {
  objectStore<Name extends Names>(name: Name): Store<Name>
  /** The one store of a transaction over one. */
  readonly store: Store<Names>
  readonly done: Promise<void>
  /** Asks for the commit at once: a page that closes now could not ask for it later. */
  commit(): void
}
type Mode = 'readonly' | 'readwrite'
export type Database = {
  transaction<Names extends StoreName>(
    names: Names | readonly Names[],
    mode?: Mode,
    options?: IDBTransactionOptions,
  ): Transaction<Names>
}

/** The lock itself opens everything else. */
const isAsItIs = (name: StoreName): boolean => name === 'lock'
const placeOf = (name: StoreName, key: KeyOf<StoreName>): string => `${name} ${[key].flat().join(' ')}`

type RawStore = IDBPObjectStore<Shape, StoreName[], StoreName, 'readwrite'>
const sealStore = <Name extends StoreName>(raw: RawStore, name: Name, atRest: AtRest): Store<Name> => {
  const seal = (key: KeyOf<Name>, value: unknown): unknown =>
    isAsItIs(name) ? value : atRest.seal(placeOf(name, key), value)
  const open = (key: KeyOf<Name>, stored: unknown): unknown =>
    isAsItIs(name) ? stored : atRest.open(placeOf(name, key), stored)
  const keysIn = (range?: IDBKeyRange) => raw.getAllKeys(range) as Promise<KeyOf<Name>[]>
  return {
    get: async (key) => open(key, await raw.get(key)),
    getKey: (key) => raw.getKey(key) as Promise<KeyOf<Name> | undefined>,
    async getAll(range) {
      const stored: readonly unknown[] = await raw.getAll(range)
      if (!stored.some(isSealed)) return stored
      const keys = await keysIn(range)
      return stored.map((value, at) => open(keys[at] as KeyOf<Name>, value))
    },
    getAllKeys: keysIn,
    put: (value, key) => raw.put(seal(key, value), key),
    delete: (key) => raw.delete(key),
    clear: () => raw.clear(),
    async rewrite(key) {
      const stored: unknown = await raw.get(key)
      if (isAsItIs(name) || stored === undefined || atRest.isCurrent(stored)) return
      const value = open(key, stored)
      await (value === undefined ? raw.delete(key) : raw.put(seal(key, value), key)) // what does not open helps nobody
    },
  }
}

export const sealDatabase = (raw: IDBPDatabase<Shape>, atRest: AtRest): Database => ({
  transaction<Names extends StoreName>(names: Names | readonly Names[], mode?: Mode, options?: IDBTransactionOptions) {
    const all: Names[] = typeof names === 'string' ? [names] : [...names]
    const transaction = raw.transaction(all, mode, options)
    const objectStore = <Name extends Names>(name: Name): Store<Name> =>
      sealStore(transaction.objectStore(name) as unknown as RawStore, name, atRest)
    return {
      objectStore,
      get store() {
        return objectStore(all[0] as Names)
      },
      done: transaction.done,
      commit: () => transaction.commit(),
    }
  },
})
