/**
 * The relay as people reach it: it dies and returns with what it had committed, has little room, is strict, and may show
 * two people two logs.
 */
import { createRelay, type Relay } from '#relay/relay/relay.ts'
import type { RelayLimits } from '#relay/limits/limits.ts'
import { NO_OBSERVER } from '#relay/workspace/relay-observer.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import { NO_RECORD, type Store } from '#relay/storage/store.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Chance } from '../testing/chance.ts'
import { RELAY } from './device.ts'
import { count, type Tally } from './tally.ts'

type Branch = { readonly store: Store; readonly relay: Relay }
export type Relays = {
  /** The store of the log that counts in the end. */
  store(): Store
  of(device: string): Relay
  /** Restarts all relays from their stores. */
  restart(): void
  replace(store: Store): void
  /** From now on these devices are shown another log; with `null` nobody is. */
  fork(store: Store | null, devices: ReadonlySet<string>): void
  /** Its disk has little room: it takes records only. */
  isFull(): boolean
  setFull(full: boolean): void
}

export const PAGE = { maxItems: 10_000, maxBytes: Number.MAX_SAFE_INTEGER, recordsOnly: false }

/** The first items of a log, each as `change` returns it. */
export const copyStore = async (
  store: Store,
  workspace: WorkspaceId,
  upTo: number,
  change: (item: Uint8Array<ArrayBuffer>, seq: number) => Uint8Array<ArrayBuffer> = (item) => item,
): Promise<Store> => {
  const copy = createMemoryStore()
  const items = (await store.read(workspace, { ...PAGE, after: 0 })).filter(({ seq }) => seq <= upTo)
  const request = { workspace, expectedRecord: NO_RECORD, receivedAt: Date.now(), joined: [], ended: [] }
  if (items.length > 0) await copy.append([{ ...request, items: items.map(({ bytes, seq }) => change(bytes, seq)) }])
  return copy
}

/** Limits as on a day when everybody writes at once: a few items, then one every few seconds. */
const STRICT: Partial<RelayLimits> = { personAppends: 0.4, workspaceAppends: 0.5 }
const HOW_OFTEN_STRICT = 0.25

export const createRelays = (chance: Chance, tally: Tally): Relays => {
  const limits = chance.happens(HOW_OFTEN_STRICT) ? STRICT : {}
  let full = false
  const begin = (store: Store): Branch => ({
    store,
    relay: createRelay({
      store,
      now: () => Date.now(),
      randomBytes: chance.bytes,
      origins: [RELAY.origin],
      limits,
      isReadOnly: () => full,
      observer: {
        ...NO_OBSERVER,
        append: (outcome) => count(tally, `relay answers: ${outcome}`),
        met: (limit) => count(tally, `relay: limit met: ${limit}`),
      },
    }),
  })
  let main = begin(createMemoryStore())
  let other: Branch | null = null
  let apart: ReadonlySet<string> = new Set()
  return {
    store: () => main.store,
    of: (device) => (other !== null && apart.has(device) ? other : main).relay,
    restart() {
      main = begin(main.store)
      other = other && begin(other.store)
    },
    replace(store) {
      main = begin(store)
    },
    fork(store, devices) {
      other = store && begin(store)
      apart = devices
    },
    isFull: () => full,
    setFull(value) {
      full = value
    },
  }
}
