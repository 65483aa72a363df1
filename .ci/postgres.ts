/** Finds the PostgreSQL whose servers the tests start, or has the system install it. Starts nothing. */
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installPackage, which } from './system-package.ts'

export const NO_POSTGRES =
  'No PostgreSQL found or installable: install the PostgreSQL server, or set POSTGRES_BIN to the folder of its programs.'

/** Where Debian, Red Hat and Homebrew keep versions side by side, away from the PATH. */
const PLACES = [
  '/usr/lib/postgresql/*/bin',
  '/usr/libexec/postgresql*',
  '/usr/pgsql-*/bin',
  '/{opt/homebrew,usr/local}/opt/postgresql*/bin',
]

/**
 * Debian makes a database and starts it with the package (/etc/postgresql-common/createcluster.conf). Ours are made by the
 * tests and gone with them, so it is told not to for as long as the installation takes.
 */
const WITHOUT_SERVER = `
settings=/etc/postgresql-common/createcluster.d
[ "$1" = apt-get ] && mkdir -p $settings && echo 'create_main_cluster = false' > $settings/weef.conf
"$@"
code=$?
rm -f $settings/weef.conf
rmdir $settings /etc/postgresql-common 2> /dev/null
exit $code
`

const newestFirst = (a: string, b: string): number => b.localeCompare(a, 'en', { numeric: true })
const isComplete = (folder: string): boolean =>
  ['initdb', 'pg_ctl', 'postgres'].every((name) => which(join(folder, name)) !== null)

/** The folder that `POSTGRES_BIN` names, or the system's newest; `null` when there is none. A wrong `POSTGRES_BIN` is not silently replaced. */
export const findPostgres = (): string | null => {
  const chosen = process.env['POSTGRES_BIN']
  if (chosen) return isComplete(chosen) ? chosen : null
  const onPath = which('initdb')
  const folders = [...(onPath === null ? [] : [dirname(onPath)]), ...globSync(PLACES).sort(newestFirst)]
  return folders.find(isComplete) ?? null
}

/** `null` after one clear sentence about what the reader can do. */
export const ensurePostgres = async (): Promise<string | null> => {
  if (findPostgres() === null && !process.env['POSTGRES_BIN']) {
    await installPackage({ 'apt-get': 'postgresql', dnf: 'postgresql-server', apk: 'postgresql' }, WITHOUT_SERVER)
  }
  const found = findPostgres()
  if (found === null) process.stderr.write(`${NO_POSTGRES}\n`)
  return found
}
