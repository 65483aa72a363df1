/**
 * The relay's metrics for Prometheus (README: Watch). Label values are fixed words: no metric names a person, a workspace
 * or an address.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { StoreTotals } from '../inventory/inventory.ts'
import type { Counts } from './tally.ts'

/** Numbers that are read when Prometheus scrapes. */
export type MetricSources = {
  readonly counts: Readonly<Counts>
  readonly workspacesInMemory: () => number
  /** `null`: the store could not be asked. */
  readonly storeTotals: () => Promise<StoreTotals | null>
  /** `null`: the store is not on this machine's disk. */
  readonly diskFreeBytes: () => Promise<number | null>
  readonly isReady: () => Promise<boolean>
  /** Adds the metrics of this process: memory, CPU, event loop lag. They cost a little all the time. */
  readonly withProcess: boolean
}

export type Metrics = {
  /** One transaction: its duration, and the number of its items. */
  committed(seconds: number, items: number): void
  commitFailed(reason: 'full' | 'error'): void
  /** A bug or a failing store ended a connection. */
  failed(): void
  repaired(): void
  readonly contentType: string
  read(): Promise<string>
}

/** From half a millisecond (a fast disk's sync) to 5 s, after which people see that something hangs. */
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const COMMIT_ITEMS = [1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000]

/** Metrics in this registry whose values are read on request. */
const createReaders = (registry: Registry) => ({
  counter: (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset()
        this.inc(read())
      },
    }),
  counters: (name: string, help: string, label: string, counts: Readonly<Record<string, number>>) =>
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        this.reset()
        for (const [value, count] of Object.entries(counts)) this.inc({ [label]: value }, count)
      },
    }),
  /** Without a number the metric is left out: a zero would be false. */
  gauge: (name: string, help: string, read: () => number | null | Promise<number | null>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const value = await read()
        if (value === null) this.set(Number.NaN)
        else this.set(value)
      },
    }),
})

export const createMetrics = (sources: MetricSources): Metrics => {
  const { counts } = sources
  const registry = new Registry()
  const registers = [registry]
  if (sources.withProcess) collectDefaultMetrics({ register: registry })
  const { counter, counters, gauge } = createReaders(registry)

  gauge('weef_ready', '1 when /readyz says ok', async () => Number(await sources.isReady()))
  gauge('weef_sockets', 'Sockets open now', () => counts.socketsOpen)
  counter('weef_sockets_opened_total', 'Sockets opened', () => counts.socketsOpened)
  counters('weef_sockets_closed_total', 'Sockets closed, by how', 'how', counts.endings)
  counters('weef_hellos_total', 'Hellos answered, by answer', 'answer', counts.hellos)
  counters('weef_appends_total', 'Appends answered, by answer', 'answer', counts.appends)
  counters('weef_limits_met_total', 'Limits that somebody met', 'limit', counts.limits)
  counter('weef_received_bytes_total', 'Bytes of messages from apps', () => counts.receivedBytes)
  counter('weef_sent_bytes_total', 'Bytes of messages to apps', () => counts.sentBytes)
  gauge('weef_workspaces_in_memory', 'Workspaces in memory', sources.workspacesInMemory)
  gauge('weef_disk_free_bytes', 'Free on the disk of DATA_DIR', sources.diskFreeBytes)
  let totals: Promise<StoreTotals | null> = Promise.resolve(null)
  gauge('weef_workspaces', 'Workspaces in the store', async () => {
    totals = sources.storeTotals()
    return (await totals)?.workspaces ?? null
  })
  gauge('weef_items', 'Items in all logs', async () => (await totals)?.items ?? null)
  gauge('weef_log_bytes', 'Bytes of all logs', async () => (await totals)?.bytes ?? null)

  const seconds = new Histogram({
    name: 'weef_commit_seconds',
    help: 'Time of a commit',
    buckets: COMMIT_SECONDS,
    registers,
  })
  const items = new Histogram({
    name: 'weef_commit_items',
    help: 'Items of a commit',
    buckets: COMMIT_ITEMS,
    registers,
  })
  const commitFailures = { full: 0, error: 0 }
  counters('weef_commit_failures_total', 'Commits that failed', 'reason', commitFailures)
  const errors = new Counter({ name: 'weef_errors_total', help: 'Connections ended by an error of ours', registers })
  const repairs = new Counter({ name: 'weef_repairs_total', help: 'Damaged databases repaired at start', registers })

  return {
    committed: (duration, count) => {
      seconds.observe(duration)
      items.observe(count)
    },
    commitFailed: (reason) => {
      commitFailures[reason] += 1
    },
    failed: () => errors.inc(),
    repaired: () => repairs.inc(),
    contentType: registry.contentType,
    read: () => registry.metrics(),
  }
}
