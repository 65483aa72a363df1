/** The real relay as a process of its own, with its own folder: started, killed without warning, restarted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPort } from './port.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MAIN = join(ROOT, 'sync-server', 'main.ts')
/** What Node has compiled already: eighty relays are the same program. */
const COMPILED = join(ROOT, '.cache', 'node')

export type Relay = {
  readonly port: number
  /** The address that people type. */
  readonly origin: string
  /** The folder of its database. */
  readonly folder: string
  /** SIGKILL: nothing more is written, flushed or sent. */
  kill(): Promise<void>
  /** Same port, same data; optionally a newer version, or a clock that is ahead (ms). */
  restart(change?: { readonly main?: string; readonly later?: number }): Promise<void>
  /** Copies its database; the result restores it, as an administrator does. Both only while it is stopped. */
  backUp(): Promise<() => Promise<void>>
  /** As after the loss of its disk. Only while it is stopped. */
  forgetEverything(): Promise<void>
  /** As an administrator stops it; the data stay until `remove`. */
  stop(): Promise<void>
  remove(): Promise<void>
  /** Its output so far, over all starts. */
  log(): string
  /** Everything in its folder, as bytes. */
  databaseBytes(): Promise<Buffer>
}

const readAll = async (folder: string): Promise<Buffer> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))))
}

/** A module that is loaded before the relay, and puts its clock ahead by this many ms. */
const clockAhead = (ms: number): string =>
  `data:text/javascript,${encodeURIComponent(`const now = Date.now; Date.now = () => now() + ${ms}`)}`

/** `settings`: further environment variables. */
export const startRelay = async (settings: Readonly<Record<string, string>> = {}): Promise<Relay> => {
  const port = await findPort()
  const origin = `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'weef-relay-'))
  const own = {
    PORT: String(port),
    DATA_DIR: folder,
    PUBLIC_ORIGIN: origin,
    LOG_LEVEL: 'debug',
    NODE_COMPILE_CACHE: COMPILED,
  }
  const env = { ...process.env, ...own, ...settings }
  let said = ''
  let child: ChildProcess | null = null
  let ended: Promise<void> = Promise.resolve()

  const start = async ({ main = MAIN, later = 0 } = {}): Promise<void> => {
    const started = spawn(process.execPath, ['--import', clockAhead(later), main], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    ended = new Promise((resolve) => started.once('close', () => resolve()))
    const before = said.length
    await new Promise<void>((resolve, reject) => {
      const hear = (data: unknown): void => {
        said += String(data)
        if (said.includes('Weef runs on', before)) resolve()
      }
      started.stdout.on('data', hear)
      started.stderr.on('data', hear)
      void ended.then(() => reject(new Error(`The relay ended: ${said.slice(before)}`)))
    })
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child?.kill(signal)
    await ended
    child = null
  }

  await start()
  return {
    port,
    origin,
    folder,
    kill: () => end('SIGKILL'),
    restart: start,
    stop: () => end('SIGTERM'),
    async backUp() {
      const copy = await mkdtemp(join(tmpdir(), 'weef-backup-'))
      await cp(folder, copy, { recursive: true })
      return async () => {
        await rm(folder, { recursive: true })
        await cp(copy, folder, { recursive: true })
        await rm(copy, { recursive: true })
      }
    },
    async forgetEverything() {
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true })
    },
    remove: () => rm(folder, { recursive: true, force: true }),
    log: () => said,
    databaseBytes: () => readAll(folder),
  }
}
