/** Finds the Chromium that the end-to-end tests drive, and installs one through the system's package manager when it may. Downloads nothing itself. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { run } from './command.ts'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const INSTALLERS = [
  {
    manager: 'apt-get',
    steps: [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ],
  },
  { manager: 'dnf', steps: [['install', '-y', 'chromium']] },
  { manager: 'apk', steps: [['add', 'chromium']] },
]

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const which = (name: string): string | null =>
  isAbsolute(name)
    ? isProgram(name)
      ? name
      : null
    : ((process.env['PATH'] ?? '')
        .split(delimiter)
        .map((folder) => join(folder, name))
        .find(isProgram) ?? null)

/** What `CHROMIUM_PATH` names, or the system's own; `null` when there is none. A wrong `CHROMIUM_PATH` is not silently replaced. */
export const findChromium = (): string | null => {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) return which(chosen)
  for (const name of NAMES) {
    const found = which(name)
    if (found !== null) return found
  }
  return null
}

/** The command that may install packages here: as root at once, otherwise only where `sudo` asks for no password. */
const asRoot = (): readonly string[] | null => {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null
}

const install = async (): Promise<void> => {
  const installer = INSTALLERS.find(({ manager }) => which(manager) !== null)
  const root = asRoot()
  if (installer === undefined || root === null) return
  for (const step of installer.steps) {
    const [command = '', ...args] = [...root, installer.manager, ...step]
    if ((await run(command, args, { DEBIAN_FRONTEND: 'noninteractive' })) !== 0) return
  }
}

/** `null` after one clear sentence about what the reader can do. */
export const ensureChromium = async (): Promise<string | null> => {
  if (findChromium() === null && !process.env['CHROMIUM_PATH']) await install()
  const found = findChromium()
  if (found === null) {
    process.stderr.write(
      'No Chromium found or installable: install Chromium or Chrome, or set CHROMIUM_PATH to its program file.\n',
    )
  }
  return found
}
