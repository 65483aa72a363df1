/** The servers that are compared, each started as its own documentation says, in processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../testing/socket-app.ts'
import { createAsker } from '../ask.ts'
import { onCore } from '../cores.ts'
import type { Usage } from './probe.ts'

export const SERVERS = ['weef-sqlite', 'weef-postgres', 'bare', 'hocuspocus', 'y-websocket'] as const
export type ServerName = (typeof SERVERS)[number]

export type RunningServer = {
  readonly name: ServerName
  readonly ports: readonly number[]
  /** What a hello to it is signed for. */
  readonly origin: string
  usage(): Promise<Usage>
  /** As `usage`, once garbage is gone. */
  memory(): Promise<Usage>
  /** With all that it stored, and nothing in memory. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const BENCH = join(import.meta.dirname, '..')
const SCRIPTS: Readonly<Record<ServerName, string>> = {
  'weef-sqlite': join(BENCH, '../main.ts'),
  'weef-postgres': join(BENCH, '../main.ts'),
  bare: join(BENCH, 'servers/bare.ts'),
  hocuspocus: join(BENCH, 'peers/hocuspocus.ts'),
  'y-websocket': join(BENCH, 'peers/y-websocket.ts'),
}
/** One machine plays a town and types as fast as it can: the limits are counted all the same, and never met. */
const LIMITS = {
  MAX_APPENDS_PER_PERSON: '1000000',
  MAX_APPENDS_PER_WORKSPACE: '1000000',
  MAX_BYTES_PER_PERSON: '1073741824',
  MAX_LAG_MS: '60000',
}
/** Ours packs the app at start: that is not what is measured. */
const PRELOADED = [join(BENCH, '../testing/quick-start.ts'), join(BENCH, 'servers/probe.ts')]

const startProcess = async (
  name: ServerName,
  env: Record<string, string>,
  flags: readonly string[],
): Promise<ChildProcess> => {
  const imports = PRELOADED.flatMap((file) => ['--import', file])
  const [command, ...args] = onCore('server', [process.execPath, '--expose-gc', ...flags, ...imports, SCRIPTS[name]])
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`${name} ended early (${code}).`)))
  })
  return child
}
/** A server that is asked to stop may write its profile first; in ms. */
const PATIENCE_MS = 5_000
const stopProcess = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve()
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    child.kill('SIGTERM')
  })

const add = (usages: readonly Usage[]): Usage => ({
  cpu: usages.reduce((sum, { cpu }) => sum + cpu, 0),
  rss: usages.reduce((sum, { rss }) => sum + rss, 0),
})

/** `flags`: of Node, to look into it (`--cpu-prof`). */
export const startServer = async (name: ServerName, flags: readonly string[] = []): Promise<RunningServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'weef-bench-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const data = join(folder, 'data')
  mkdirSync(data)
  const env = {
    PORT: String(port),
    DATA_DIR: data,
    PUBLIC_ORIGIN: origin,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    ...LIMITS,
  }
  const start = async () => {
    const child = await startProcess(name, env, flags)
    return [{ child, ask: createAsker(child) }]
  }
  let processes = await start()
  const ask = async (question: 'usage' | 'memory'): Promise<Usage> =>
    add(await Promise.all(processes.map((one) => one.ask<Usage>(question))))
  return {
    name,
    ports: [port],
    origin,
    usage: () => ask('usage'),
    memory: () => ask('memory'),
    restart: async () => {
      await Promise.all(processes.map(({ child }) => stopProcess(child)))
      processes = await start()
    },
    stop: async () => {
      await Promise.all(processes.map(({ child }) => stopProcess(child)))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
