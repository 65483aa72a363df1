/** Finds the proxies that stand before a relay, and openssl for their certificates, or unpacks Debian's. Nothing of them is left running or enabled. */
import { join } from 'node:path'
import { ROOT } from './command.ts'
import { unpackPackages, which } from './system-package.ts'

const PROGRAMS = ['caddy', 'nginx', 'openssl'] as const
export type ProxyProgram = (typeof PROGRAMS)[number]

const UNPACKED = join(ROOT, '.cache', 'programs')
const PLACES = ['', '/usr/local/sbin/', '/usr/sbin/', `${UNPACKED}/usr/sbin/`, `${UNPACKED}/usr/bin/`]

export const findProgram = (name: ProxyProgram): string | null => which(...PLACES.map((place) => place + name))

export const NO_PROXIES =
  'No Caddy, nginx or openssl found or installable: install them, or the proxy examples are not tried.'

/** What is missing where Debian's packages cannot be had either: the reader is told. */
export const ensureProxies = async (): Promise<void> => {
  const missing = (): readonly ProxyProgram[] => PROGRAMS.filter((name) => findProgram(name) === null)
  if (missing().length > 0) await unpackPackages(missing(), UNPACKED)
  if (missing().length > 0) process.stderr.write(`${NO_PROXIES}\n`)
}
