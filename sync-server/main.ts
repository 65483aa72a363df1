/** Starts the relay with the real clock, disk and network, and stops it on a signal. */
import { join } from 'node:path'
import { readConfig, type Config } from './config.ts'
import { createLog, describeError } from './log.ts'
import { createRelay } from './relay.ts'
import { startServer } from './server.ts'
import { createSockets } from './sockets.ts'
import { openSqliteStore } from './storage/open-sqlite.ts'
import { StoreUnusableError } from './storage/sqlite-file.ts'
import { readSite } from './web/site.ts'

const APP_FOLDER = join(import.meta.dirname, '..', 'dist')

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'

const openStore = async ({ dataFolder }: Config) => {
  try {
    return await openSqliteStore(dataFolder, Date.now())
  } catch (error) {
    if (error instanceof StoreUnusableError) return giveUp(error.message)
    return giveUp(`DATA_DIR ${dataFolder} cannot be used (${codeOf(error)}): give a folder that can be written.`)
  }
}

const read = readConfig(process.env)
const config = read.ok ? read.config : giveUp(read.sentence)
const log = createLog(config.logLevel)
const { store, repaired } = await openStore(config)
if (repaired !== null) {
  log.error(
    { items: repaired.items },
    'the database was damaged: what could be read was kept, the old file is beside it',
  )
}
const relay = createRelay({
  store,
  now: Date.now,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  origins: config.origins,
  nextTurn: setImmediate,
  report: (error) => log.error({ error: describeError(error) }, 'something failed; its connection was closed'),
})
const sockets = createSockets(relay, config.origins, log)
const site = await readSite(APP_FOLDER)
const stopServer = await startServer({ ...config, site, sockets, log }).catch((error: unknown) =>
  giveUp(
    codeOf(error) === 'EADDRINUSE'
      ? `Port ${config.port} is in use: stop the other program, or set PORT.`
      : `Cannot listen on ${config.host}, port ${config.port} (${codeOf(error)}): set HOST and PORT.`,
  ),
)
process.stdout.write(`Weef runs on ${config.publicOrigin}\n`)

let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  await stopServer()
  await store.close()
  log.info('stopped')
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
log.info('started')
