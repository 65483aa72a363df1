/** The compared servers, each started as its own documentation says. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#relay/testing/socket-app.ts'
import { createDatabase, storeCpu } from './database.ts'
import type { Usage } from './probe.ts'
import { startProcess } from './process.ts'

export const SERVERS = ['weef-sqlite', 'weef-postgres', 'bare', 'hocuspocus', 'y-websocket'] as const
export type ServerName = (typeof SERVERS)[number]
/** All processes together. */
export type Used = Usage & {
  /** CPU time of a database server beside them, in µs. */
  readonly storeCpu: number
}
export type RunningServer = {
  readonly name: ServerName
  readonly ports: readonly number[]
  /** The origin that a hello to it is signed for. */
  readonly origin: string
  usage(): Promise<Used>
  /** Like `usage`, after garbage collection. */
  memory(): Promise<Used>
  /** Restarts with everything stored, and nothing in memory. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const SCRIPTS: Readonly<Record<ServerName, string>> = {
  'weef-sqlite': '../../sync-server/main.ts',
  'weef-postgres': '../../sync-server/main.ts',
  bare: 'servers/bare.ts',
  hocuspocus: 'peers/hocuspocus.ts',
  'y-websocket': 'peers/y-websocket.ts',
}
/** As in production: behind a proxy, under one name. */
const ORIGIN = 'https://weef.example'
/** Relays that share one database. */
const RELAYS = 2
/** One machine simulates a town and types as fast as it can: limits are counted all the same, and never met. */
const LIMITS = {
  MAX_APPENDS_PER_PERSON: '1000000',
  MAX_APPENDS_PER_WORKSPACE: '1000000',
  MAX_BYTES_PER_PERSON: '1073741824',
  MAX_FRAMES_PER_PERSON: '1000000',
  MAX_LAG_MS: '60000',
}

const add = (usages: readonly Usage[]): Usage => ({
  cpu: usages.reduce((sum, { cpu }) => sum + cpu, 0),
  rss: usages.reduce((sum, { rss }) => sum + rss, 0),
})

export const startServer = async (name: ServerName, flags: readonly string[] = []): Promise<RunningServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'weef-bench-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  const isShared = name === 'weef-postgres'
  const ports: number[] = []
  for (let relay = 0; relay < (isShared ? RELAYS : 1); relay += 1) ports.push(await freePort())
  const env = {
    DATA_DIR: data,
    PUBLIC_ORIGIN: ORIGIN,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    ...LIMITS,
    ...(isShared ? { DATABASE_URL: await createDatabase() } : {}),
  }
  const startAll = () =>
    Promise.all(
      ports.map((port) =>
        startProcess({ script: SCRIPTS[name], env: { ...env, PORT: String(port) }, pinned: !isShared, flags }),
      ),
    )
  let processes = await startAll()
  const stopAll = () => Promise.all(processes.map((one) => one.stop()))
  const ask = async (question: 'usage' | 'memory'): Promise<Used> => {
    const usages = await Promise.all(processes.map((one) => one.ask(question)))
    return { ...add(usages), storeCpu: isShared ? await storeCpu() : 0 }
  }
  return {
    name,
    ports,
    origin: ORIGIN,
    usage: () => ask('usage'),
    memory: () => ask('memory'),
    restart: async () => {
      await stopAll()
      processes = await startAll()
    },
    stop: async () => {
      await stopAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
