/** Runs one job for a load generator in a process of its own. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { serveRpc, createRpcClient } from '../machine/rpc.ts'
import { onCore } from '../machine/cores.ts'
import type { Numbers } from '../figures/measure.ts'
import type { RunningServer } from '../servers/start.ts'
import type { Job } from './main.ts'

const MAIN = join(import.meta.dirname, 'main.ts')

export const measure = async (server: RunningServer, work: Pick<Job, 'figure' | 'windowMs'>): Promise<Numbers> => {
  const [command, ...args] = onCore('load', [process.execPath, MAIN])
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  serveRpc(child, (question: 'usage' | 'memory' | 'restart') => server[question]())
  const job: Job = { ...work, server: server.name, place: { ports: server.ports, origin: server.origin } }
  try {
    return await createRpcClient(child)<Numbers>(job)
  } finally {
    child.kill('SIGKILL')
  }
}
