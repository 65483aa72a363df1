/** One PostgreSQL for a whole run, durable, with a new database for every server; and the CPU time of its processes. */
import { globSync, readFileSync } from 'node:fs'
import { type PostgresServer, startPostgres } from '#relay/testing/postgres.ts'

/**
 * The unit of CPU times in /proc, in µs: 100 a second on every Linux that we run on (proc_pid_stat(5),
 * sysconf(_SC_CLK_TCK)).
 */
const TICK_US = 10_000
/**
 * Positions of a process's fields after its name (proc_pid_stat(5)): its parent, its own CPU time, and that of its ended
 * children.
 */
const PARENT = 1
const TIMES = [11, 12]
const TIMES_OF_ENDED = [13, 14]

let running: { readonly server: PostgresServer; readonly pid: number } | null = null

const start = async () => {
  const server = await startPostgres({ durable: true })
  const [row] = await server.asSuperuser("SELECT pg_read_file('postmaster.pid') AS file")
  return { server, pid: Number.parseInt(String(row?.['file']), 10) }
}
export const createDatabase = async (): Promise<string> => {
  running ??= await start()
  return running.server.createDatabase()
}
export const stopDatabase = async (): Promise<void> => {
  await running?.server.remove()
  running = null
}

/** `null`: it has ended meanwhile. */
const fieldsOf = (file: string): readonly number[] | null => {
  try {
    const stat = readFileSync(file, 'utf8')
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return null
  }
}
/** Of the server and all its processes, in µs; 0 without /proc. */
export const storeCpu = async (): Promise<number> => {
  if (running === null) return 0
  const { pid } = running
  const sum = (fields: readonly number[], places: readonly number[]): number =>
    places.reduce((total, place) => total + (fields[place] ?? 0), 0)
  const own = fieldsOf(`/proc/${pid}/stat`)
  const ended = own === null ? 0 : sum(own, [...TIMES, ...TIMES_OF_ENDED])
  const alive = globSync('/proc/[0-9]*/stat').flatMap((file) => {
    const fields = fieldsOf(file)
    return fields?.[PARENT] === pid ? [sum(fields, TIMES)] : []
  })
  return (ended + alive.reduce((total, ticks) => total + ticks, 0)) * TICK_US
}
