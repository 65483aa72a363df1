/**
 * Installs the compared servers where they are missing, into a folder of their own: neither the relay nor its tests need
 * them.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'peers')
const STAMP = join(FOLDER, 'node_modules/.installed')

const wanted = (): string =>
  createHash('sha256')
    .update(readFileSync(join(FOLDER, 'package-lock.json')))
    .digest('hex')
const isInstalled = (): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()

const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { cwd: FOLDER, stdio: 'inherit' }).status === 0

/** Without install scripts: one of them would compile a database that is not used. */
const install = (): boolean => {
  const npm = process.env['npm_execpath']
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return npm === undefined ? succeeds('npm', ...options) : succeeds(process.execPath, npm, ...options)
}

/** `false` after npm, or the compiler, has printed why. */
export const ensurePeers = (): boolean => {
  if (!isInstalled()) {
    console.log('Installing the servers to compare with …')
    if (!install()) return false
    writeFileSync(STAMP, wanted())
  }
  return succeeds('tsc', '-p', '.')
}
