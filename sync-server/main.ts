/** Starts the relay with the real clock, disk and network, and stops it on a signal. */
import { join } from 'node:path'
import { readConfig, type Config } from './process/config.ts'
import { freeBytesOf, watchDisk } from './process/disk-room.ts'
import { createLog, describeError } from './process/log.ts'
import { createRelay } from './relay/relay.ts'
import { startServer } from './http/server.ts'
import { createSockets } from './sockets/sockets.ts'
import { createStopper } from './process/stopping.ts'
import { verifySignature } from './process/verify-signature.ts'
import { openPostgresStore } from './storage/postgres/open-postgres.ts'
import { openSqliteStore } from './storage/sqlite/open-sqlite.ts'
import { StoreUnusableError } from './storage/unusable.ts'
import { watchEventLoop } from './limits/load-shedding.ts'
import { createMonitoring } from './metrics/monitoring.ts'
import { readSite } from './http/site.ts'

const APP_FOLDER = join(import.meta.dirname, '..', 'dist')

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'

const openStore = async ({ databaseUrl, dataFolder }: Config) => {
  try {
    if (databaseUrl !== null) return { store: await openPostgresStore(databaseUrl), repaired: null }
    return await openSqliteStore(dataFolder, Date.now())
  } catch (error) {
    if (error instanceof StoreUnusableError) return giveUp(error.message)
    return giveUp(`DATA_DIR ${dataFolder} cannot be used (${codeOf(error)}): give a folder that can be written.`)
  }
}
/** Or one sentence about why the port or address cannot be used. */
const listening = <Value>(started: Promise<Value>, prefix: '' | 'METRICS_', at: { port: number; host: string }) =>
  started.catch((error: unknown) =>
    giveUp(
      codeOf(error) === 'EADDRINUSE'
        ? `Port ${at.port} is in use: stop the other program, or set ${prefix}PORT.`
        : `Cannot listen on ${at.host}, port ${at.port} (${codeOf(error)}): set ${prefix}HOST and ${prefix}PORT.`,
    ),
  )

const read = readConfig(process.env)
const config = read.ok ? read.config : giveUp(read.sentence)
const log = createLog(config.logLevel)
const { store, repaired } = await openStore(config)

/** Stopped in reverse order of starting. */
const stops: (() => Promise<void> | void)[] = [() => store.close()]
const stopper = createStopper({
  stop: async () => {
    log.info('stopping')
    for (const stop of stops.reverse()) await stop()
    log.info('stopped')
  },
  exit: (code) => process.exit(code),
  after: (ms, run) => void setTimeout(run, ms).unref(),
  onTrouble: (what) => log.error({ what }, 'stopped before everything was finished'),
})
const load = watchEventLoop(config.limits.lag)
const disk = await watchDisk({
  leastFree: config.limits.freeBytes,
  askFree: async () => (config.databaseUrl === null ? freeBytesOf(config.dataFolder) : null),
  onChange: (isLow) =>
    isLow
      ? log.error('the disk has little room: until there is more, nothing is taken but records')
      : log.info('the disk has room again'),
})
stops.push(disk.stop, load.stop)
const monitoring = createMonitoring({
  config,
  store,
  isStopping: stopper.isStopping,
  isBusy: load.isBusy,
  isDiskLow: disk.isLow,
})
stops.push(monitoring.stop)
if (repaired !== null) {
  monitoring.metrics.repaired()
  log.error(
    { items: repaired.items },
    'the database was damaged: what could be read was kept, the old file is beside it',
  )
}
const relay = createRelay({
  store: monitoring.store,
  now: Date.now,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  origins: config.origins,
  verifySignature,
  nextTurn: setImmediate,
  observer: monitoring.observer,
  limits: config.limits,
  isReadOnly: disk.isLow,
  report: (error) => {
    monitoring.metrics.failed()
    log.error({ error: describeError(error) }, 'something failed; its connection was closed')
  },
})
monitoring.follow(relay)
if (config.metrics !== null) stops.push(await listening(monitoring.serve(config.metrics), 'METRICS_', config.metrics))
const sockets = createSockets(relay, config.origins, log, monitoring.observer, {
  limits: config.limits,
  isBusy: load.isBusy,
})
const site = await readSite(APP_FOLDER)
const { readiness } = monitoring
stops.push(await listening(startServer({ ...config, site, sockets, readiness, log }), '', config))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stopper.ask)
process.stdout.write(`Weef runs on ${config.publicOrigin}\n`)
log.info('started')
