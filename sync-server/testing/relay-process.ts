/** The relay as a process of its own, started as an administrator starts it, with preloaded test modules. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder.ts'
import { freePort } from './socket-app.ts'

const MAIN = join(import.meta.dirname, '..', 'main.ts')

export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string }
export type RelayProcess = { readonly child: ChildProcess; readonly ended: Promise<Ended>; ready(): Promise<void> }
export type RelayPlace = {
  readonly port: number
  readonly origin: string
  readonly env: Record<string, string>
  remove(): void
}

/** `preload`: modules of this folder that are loaded before it. */
export const startRelay = (env: Record<string, string>, ...preload: readonly string[]): RelayProcess => {
  const imports = ['quick-start.ts', ...preload].flatMap((name) => ['--import', join(import.meta.dirname, name)])
  return follow(spawn(process.execPath, [...imports, MAIN], { env: { ...process.env, LOG_LEVEL: 'info', ...env } }))
}

/** In a namespace of its own, so that no root is needed and nothing stays mounted. */
const MOUNTING = ['--user', '--map-root-user', '--mount', 'sh', '-c']
export const canMount = (): boolean =>
  spawnSync('unshare', [...MOUNTING, 'mount -t tmpfs none /mnt'], { stdio: 'ignore' }).status === 0

/**
 * Its folder is a file system of this many bytes, which ends with the process. `kept`: a folder whose files are there
 * already; then all the rest is taken.
 */
export const startRelayOnDisk = (bytes: number, env: Record<string, string>, kept?: string): RelayProcess => {
  mkdirSync(env['DATA_DIR'] ?? '', { recursive: true })
  const fill =
    kept === undefined
      ? ''
      : `cp -r '${kept}/.' "$DATA_DIR"; for n in 1 2 3; do dd if=/dev/zero of="$DATA_DIR/other-$n" bs=512 2> /dev/null; done; `
  const script = `mount -t tmpfs -o size=${bytes} none "$DATA_DIR" && { ${fill}exec "$0" "$@"; }`
  const command = [process.execPath, '--import', join(import.meta.dirname, 'quick-start.ts'), MAIN]
  return follow(
    spawn('unshare', [...MOUNTING, script, ...command], { env: { ...process.env, LOG_LEVEL: 'info', ...env } }),
  )
}

const follow = (child: ChildProcessWithoutNullStreams): RelayProcess => {
  let [output, errors] = ['', '']
  let isReady = (): void => {}
  const ready = new Promise<void>((resolve) => (isReady = resolve))
  child.stdout.on('data', (data) => {
    output += String(data)
    if (output.includes('Weef runs on')) isReady()
  })
  child.stderr.on('data', (data) => (errors += String(data)))
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, output, errors })))
  const failed = ended.then((end) => Promise.reject(new Error(`ended early: ${end.errors}`)))
  failed.catch(() => {})
  return { child, ended, ready: () => Promise.race([ready, failed]) }
}

/** A folder and an address that consecutive relays share. */
export const makeRelayPlace = async (): Promise<RelayPlace> => {
  const folder = makeFolder()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const env = { PORT: String(port), DATA_DIR: join(folder.path, 'data'), PUBLIC_ORIGIN: origin }
  return { port, origin, env, remove: () => folder.remove() }
}
