/** Programs that the system keeps, and its package manager where we may use it. Downloads nothing itself. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { run } from './command.ts'

/** What each package manager calls it; a manager that is not named does not have it. */
export type PackageNames = Readonly<Record<'apt-get' | 'dnf' | 'apk', string>>

const STEPS: Readonly<Record<keyof PackageNames, readonly (readonly string[])[]>> = {
  'apt-get': [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends'],
  ],
  dnf: [['install', '-y']],
  apk: [['add']],
}
const MANAGERS = Object.keys(STEPS) as (keyof PackageNames)[]

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where the first of these programs lies that can be run: on the PATH, or at a full path. */
export const which = (...names: readonly string[]): string | null => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const paths = names.flatMap((name) => (isAbsolute(name) ? name : folders.map((folder) => join(folder, name))))
  return paths.find(isProgram) ?? null
}

/** The command that may install packages here: as root at once, otherwise only where `sudo` asks for no password. */
const asRoot = (): readonly string[] | null => {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null
}

/** `around` is a shell script that gets the installing command as its arguments, for what must hold only meanwhile. */
export const installPackage = async (packages: PackageNames, around = '"$@"'): Promise<void> => {
  const manager = MANAGERS.find((name) => which(name) !== null)
  const root = asRoot()
  if (manager === undefined || root === null) return
  const steps = STEPS[manager].map((step, at, all) => (at === all.length - 1 ? [...step, packages[manager]] : step))
  for (const step of steps) {
    const [command = '', ...args] = [...root, 'sh', '-c', around, 'sh', manager, ...step]
    if ((await run(command, args, { DEBIAN_FRONTEND: 'noninteractive' })) !== 0) return
  }
}

/** Debian's packages, only unpacked into a folder: nothing is set up, started or enabled, and the system stays as it is. */
export const unpackPackages = async (packages: readonly string[], folder: string): Promise<void> => {
  const root = asRoot()
  if (which('apt-get') === null || which('dpkg-deb') === null) return
  mkdirSync(folder, { recursive: true })
  const [command = '', ...args] = [...(root ?? []), 'apt-get', 'update', '-q']
  if (root !== null) await run(command, args)
  const script =
    'cd "$0" && apt-get download -q "$@" && for each in *.deb; do dpkg-deb -x "$each" . || exit 1; rm "$each"; done'
  await run('sh', ['-c', script, folder, ...packages])
}
