/** One server process: started on its core, asked for its usage, stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createRpcClient } from '../machine/rpc.ts'
import { onCore } from '../machine/cores.ts'
import type { Usage } from './probe.ts'

const BENCH = join(import.meta.dirname, '..')
/** Our relay compresses the app at start, which is not what is measured. */
const PRELOADED = [join(BENCH, '../../sync-server/testing/quick-start.ts'), join(BENCH, 'servers/probe.ts')]
/** A stopping server may write its profile first; in ms. */
const PATIENCE_MS = 5_000

export type ServerProcess = {
  ask(question: 'usage' | 'memory'): Promise<Usage>
  stop(): Promise<void>
}
export type ProcessOptions = {
  /** Below `bench/`. */
  readonly script: string
  readonly env: Readonly<Record<string, string>>
  /** Several processes on one machine share all cores. */
  readonly pinned: boolean
  /** For Node, such as `--cpu-prof`. */
  readonly flags: readonly string[]
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve()
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    child.kill('SIGTERM')
  })

/** Resolves once it has printed its first line: all servers do so when they listen. */
export const startProcess = async ({ script, env, pinned, flags }: ProcessOptions): Promise<ServerProcess> => {
  const imports = PRELOADED.flatMap((file) => ['--import', file])
  const node = [process.execPath, '--expose-gc', ...flags, ...imports, join(BENCH, script)] as const
  const [command, ...args] = pinned ? onCore('server', node) : node
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`${script} ended early (${code}).`)))
  })
  const ask = createRpcClient(child)
  return { ask: (question) => ask<Usage>(question), stop: () => stopped(child) }
}
