/** Everything that watches over one relay, over its real disk and clock. The relay knows only a `Watch` of it. */
import { join } from 'node:path'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import type { Config } from '../config.ts'
import { freeBytesOf } from '../disk-room.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { createSqliteInventory } from '../inventory/sqlite-inventory.ts'
import type { Relay } from '../relay.ts'
import { FILE } from '../storage/open-sqlite.ts'
import { openToRead } from '../storage/sqlite-file.ts'
import type { Store } from '../storage/store.ts'
import { createMetrics } from './metrics.ts'
import { startMetricsServer } from './metrics-server.ts'
import { createReadiness } from './readiness.ts'
import { createTally } from './tally.ts'
import { watchStore } from './watched-store.ts'

/** Nobody's workspace: to ask a store for something costs it a look into an index. */
const NOWHERE = toWorkspaceId(new Uint8Array(16))

export type WatchingOptions = {
  readonly config: Pick<Config, 'dataFolder' | 'metrics'>
  readonly store: Store
  readonly isStopping: () => boolean
  readonly isBusy: () => boolean
  readonly isDiskLow: () => boolean
}

export const createWatching = ({ config, store, isStopping, isBusy, isDiskLow }: WatchingOptions) => {
  const { watch, counts } = createTally()
  let relay: Pick<Relay, 'workspaces'> = { workspaces: () => 0 }
  let inventory: Inventory | null = null
  const readiness = createReadiness({
    isStopping,
    askStore: () => store.head(NOWHERE),
    isBusy,
    isDiskLow,
    now: () => performance.now(),
  })
  const totals = async () => {
    inventory ??= createSqliteInventory(openToRead(join(config.dataFolder, FILE)))
    return inventory.totals()
  }
  const metrics = createMetrics({
    counts,
    workspacesInMemory: () => relay.workspaces(),
    storeTotals: () => totals().catch(() => null),
    diskFreeBytes: () => freeBytesOf(config.dataFolder),
    isReady: async () => (await readiness()) === 'ok',
    withProcess: config.metrics !== null,
  })
  return {
    watch,
    metrics,
    readiness,
    /** The store with its commits timed. */
    store: watchStore(store, metrics),
    follow: (started: Pick<Relay, 'workspaces'>): void => {
      relay = started
    },
    serve: (at: { readonly port: number; readonly host: string }) => startMetricsServer({ ...at, metrics }),
    stop: async (): Promise<void> => inventory?.close(),
  }
}
