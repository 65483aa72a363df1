/**
 * A real PostgreSQL server in a folder of its own, reached over a Unix socket there, so that no port is taken. It ends with
 * the test process, however that ends.
 */
import { execFile, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findPostgres, NO_POSTGRES } from '../../.ci/postgres.ts'

const SUPERUSER = 'postgres'
/** As an administrator would create it: it owns its databases, and nothing else. */
const OWNER = 'weef'
/** May connect with its own name as password, and has no rights. */
const GUEST = 'guest'
const WHO_COMES_IN = `local all ${GUEST} scram-sha-256\nlocal all all trust\n`
/** Many short-lived databases on a small machine; every relay takes up to twelve connections. */
const SETTINGS = ['listen_addresses=', 'max_connections=200', 'shared_buffers=16MB', 'max_wal_size=256MB']
/** Durability that a killed process does not need, only a machine that loses power. */
const NOT_DURABLE = ['fsync=off', 'full_page_writes=off']

export type PostgresServer = {
  /** Creates an empty database; returns its DATABASE_URL. */
  createDatabase(): Promise<string>
  /** Runs statements as superuser, for what an administrator or an accident does. */
  asSuperuser(sql: string, url?: string): Promise<readonly Record<string, unknown>[]>
  /** Ends every session, as when an administrator restarts the server. */
  stop(): Promise<void>
  /** As if all its processes had been killed: the next start recovers from the write-ahead log. */
  crash(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

type User = { readonly uid: number; readonly gid: number }
/** PostgreSQL refuses to run as root. */
const unprivileged = (): User | null => {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')) // prettier-ignore
  const user = ['postgres', 'nobody'].flatMap((name) => users.filter(([known]) => known === name))[0]
  if (user === undefined) throw new Error('PostgreSQL does not run as root: the tests need a user postgres or nobody.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Waits until its input ends, which happens when the parent process ends, then stops the server and deletes the folder. */
const GUARD = 'cat > /dev/null; "$0" -D "$1/data" -m immediate stop > /dev/null 2>&1; rm -rf "$1"'

/** `durable`: committed data also survives a power cut; slower. */
export const startPostgres = async ({ durable = false } = {}): Promise<PostgresServer> => {
  const programs = findPostgres()
  if (programs === null) throw new Error(NO_POSTGRES)
  const user = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'weef-postgres-'))
  const data = join(folder, 'data')
  const guard = spawn('sh', ['-c', GUARD, join(programs, 'pg_ctl'), folder], {
    ...user,
    cwd: '/',
    detached: true, // Ctrl+C ends the tests, and the guard has to outlive them
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const guarded = new Promise<void>((resolve) => guard.on('close', () => resolve()))
  const remove = async (): Promise<void> => {
    guard.stdin.end()
    await guarded
    rmSync(folder, { recursive: true, force: true })
  }
  const run = async (program: string, ...args: readonly string[]): Promise<void> => {
    await promisify(execFile)(join(programs, program), args, { ...user, cwd: folder })
  }
  const settings = [...SETTINGS, `unix_socket_directories=${folder}`, ...(durable ? [] : NOT_DURABLE)]
  const start = () =>
    run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', settings.map((one) => `-c ${one}`).join(' '), 'start') // prettier-ignore
  const addressOf = (name: string, database: string): string =>
    `postgresql://${name}@${encodeURIComponent(folder)}/${database}`
  const asSuperuser: PostgresServer['asSuperuser'] = async (sql, url) => {
    const database = url === undefined ? 'postgres' : new URL(url).pathname.slice(1)
    const client = new Client(addressOf(SUPERUSER, database))
    client.on('error', () => {}) // the pending query rejects
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }
  try {
    if (user !== null) chownSync(folder, user.uid, user.gid)
    mkdirSync(data, { mode: 0o700 })
    if (user !== null) chownSync(data, user.uid, user.gid)
    await run('initdb', '-D', data, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync')
    writeFileSync(join(data, 'pg_hba.conf'), WHO_COMES_IN)
    await start()
    await asSuperuser(`CREATE ROLE ${OWNER} LOGIN; CREATE ROLE ${GUEST} LOGIN PASSWORD '${GUEST}'`)
  } catch (error) {
    await remove()
    throw error
  }
  let databases = 0
  return {
    createDatabase: async () => {
      databases += 1
      const name = `weef_${databases}`
      const url = addressOf(OWNER, name)
      await asSuperuser(`CREATE DATABASE ${name} OWNER ${OWNER}`)
      await asSuperuser(`ALTER SCHEMA public OWNER TO ${OWNER}; REVOKE CREATE ON SCHEMA public FROM public`, url) // the default as of 15
      return url
    },
    asSuperuser,
    stop: () => run('pg_ctl', '-D', data, '-m', 'fast', '-w', 'stop'),
    crash: () => run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop'),
    start,
    remove,
  }
}
