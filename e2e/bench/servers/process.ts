/** One server process: started on its core, asked what it has used, stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createAsker } from '../machine/ask.ts'
import { onCore } from '../machine/cores.ts'
import type { Usage } from './probe.ts'

const BENCH = join(import.meta.dirname, '..')
/** Ours packs the app at start: that is not what is measured. */
const PRELOADED = [join(BENCH, '../../sync-server/testing/quick-start.ts'), join(BENCH, 'servers/probe.ts')]
/** A server that is asked to stop may write its profile first; in ms. */
const PATIENCE_MS = 5_000

export type ServerProcess = {
  ask(question: 'usage' | 'memory'): Promise<Usage>
  stop(): Promise<void>
}
export type ProcessOptions = {
  /** Below `bench/`. */
  readonly script: string
  readonly env: Readonly<Record<string, string>>
  /** Several on one machine share all cores. */
  readonly pinned: boolean
  /** Of Node, to look into it (`--cpu-prof`). */
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

/** Resolves once it has said its first line: all of them say when they listen. */
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
  const ask = createAsker(child)
  return { ask: (question) => ask<Usage>(question), stop: () => stopped(child) }
}
