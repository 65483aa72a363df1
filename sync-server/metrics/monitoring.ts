/** All monitoring of one relay, on the real disk and clock. The relay itself sees only its `RelayObserver`. */
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import type { Config } from '../process/config.ts'
import { freeBytesOf } from '../process/disk-room.ts'
import type { Inventory, StoreTotals } from '../inventory/inventory.ts'
import { openInventory } from '../inventory/open.ts'
import type { Relay } from '../relay/relay.ts'
import type { Store } from '../storage/store.ts'
import { createMetrics } from './metrics.ts'
import { startMetricsServer } from './metrics-server.ts'
import { createReadiness } from '../http/readiness.ts'
import { createTally } from './tally.ts'
import { timeCommits } from './timed-store.ts'

/** The id of no workspace: asking the store for its head costs one look into an index. */
const NOWHERE = toWorkspaceId(new Uint8Array(16))

export type MonitoringOptions = {
  readonly config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'metrics'>
  readonly store: Store
  readonly isStopping: () => boolean
  readonly isBusy: () => boolean
  readonly isDiskLow: () => boolean
}

export const createMonitoring = ({ config, store, isStopping, isBusy, isDiskLow }: MonitoringOptions) => {
  const { observer, counts } = createTally()
  let relay: Pick<Relay, 'workspaces'> = { workspaces: () => 0 }
  /** Opened on first use; retried when opening failed. */
  let inventory: Promise<Inventory> | null = null
  const readiness = createReadiness({
    isStopping,
    askStore: () => store.head(NOWHERE),
    isBusy,
    isDiskLow,
    now: () => performance.now(),
  })
  const storeTotals = async (): Promise<StoreTotals | null> => {
    try {
      inventory ??= openInventory(config).catch((error: unknown) => {
        inventory = null
        throw error
      })
      return await (await inventory).totals()
    } catch {
      return null
    }
  }
  const metrics = createMetrics({
    counts,
    workspacesInMemory: () => relay.workspaces(),
    storeTotals,
    diskFreeBytes: async () => (config.databaseUrl === null ? freeBytesOf(config.dataFolder) : null),
    isReady: async () => (await readiness()) === 'ok',
    withProcess: config.metrics !== null,
  })
  return {
    observer,
    metrics,
    readiness,
    /** The store with its commits timed. */
    store: timeCommits(store, metrics),
    follow: (started: Pick<Relay, 'workspaces'>): void => {
      relay = started
    },
    serve: (at: { readonly port: number; readonly host: string }) => startMetricsServer({ ...at, metrics }),
    stop: async (): Promise<void> => (await inventory?.catch(() => null))?.close(),
  }
}
