/**
 * Installs what is missing, then runs a script of ours on Node 24, which comes with the packages.
 * Plain JavaScript, because the machine's own Node may be old; knows nothing of what it runs.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { constants } from 'node:os'

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const BIN = join(ROOT, 'node_modules/.bin')
const STAMP = join(ROOT, 'node_modules/.weef-installed')

/** The first Node that runs TypeScript, `node:sqlite` and our tests without flags. */
const NODE_MAJOR = 24

const fail = (sentence) => {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

const wanted = createHash('sha256')
  .update(readFileSync(join(ROOT, 'package.json')))
  .update(readFileSync(join(ROOT, 'package-lock.json')))
  .digest('hex')

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted

/**
 * `npm install` and not `npm ci`: some platform builds may be missing from the lock, which `ci` refuses. `--no-save`: npm would
 * write those that its registry has by now into the lock, and a fresh clone would be changed by starting it.
 */
const INSTALL = ['install', '--no-save', '--include=dev', '--include=optional']

const install = () => {
  process.stdout.write('Installing the packages of Weef …\n')
  const npm = process.env.npm_execpath
  const options = [...INSTALL, '--no-audit', '--no-fund', '--loglevel=error']
  const [command, before] = npm === undefined ? ['npm', []] : [process.execPath, [npm]]
  const { status } = spawnSync(command, [...before, ...options], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) {
    fail(
      'The packages could not be installed; npm says why above. Check the internet connection and the free disk space, and try again.',
    )
  }
  writeFileSync(STAMP, wanted)
}

const findNode = () => {
  const ours = join(BIN, 'node')
  if (existsSync(ours)) return ours
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  return fail(
    `Weef runs on Node ${NODE_MAJOR}, and the packages bring none for this kind of machine: please install Node ${NODE_MAJOR}.`,
  )
}

if (!isInstalled()) install()

const PATH = `${BIN}${delimiter}${process.env.PATH ?? ''}`
const child = spawn(findNode(), process.argv.slice(2), { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH } })
process.on('SIGINT', () => {}) // a terminal sends it to the child as well, and the child decides
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
