/** The built app on an address of its own, served by Caddy with the file of `sync-server/deploy/`, for a relay elsewhere. */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, NO_PROXIES } from '../../.ci/proxies.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** This appears once in a build without RELAY_URL; that a build with it differs is tested in e2e/rules. */
const BUILT_FOR_HERE = 'RELAY_URL:``'

/** As if built with this RELAY_URL: a build of its own would take longer than the journey. */
const buildFor = async (folder: string, relayUrl: string): Promise<void> => {
  await cp(join(ROOT, 'dist'), folder, { recursive: true })
  let changed = 0
  for (const name of await readdir(join(folder, 'assets'))) {
    const text = name.endsWith('.js') ? await readFile(join(folder, 'assets', name), 'utf8') : ''
    if (!text.includes(BUILT_FOR_HERE)) continue
    changed += 1
    await writeFile(join(folder, 'assets', name), text.replace(BUILT_FOR_HERE, `RELAY_URL:\`${relayUrl}\``))
  }
  if (changed !== 1) throw new Error(`${changed} files of the build name the relay; it should be one.`)
}

export const serveAppElsewhere = async (port: number, relayUrl: string): Promise<() => Promise<void>> => {
  const caddy = findProgram('caddy')
  if (caddy === null) throw new Error(NO_PROXIES)
  const folder = await mkdtemp(join(tmpdir(), 'weef-app-'))
  await buildFor(join(folder, 'dist'), relayUrl)
  const file = (await readFile(join(ROOT, 'sync-server/deploy/Caddyfile-app'), 'utf8'))
    .replace('app.example.org {', `http://localhost:${port} {`)
    .replace('/opt/weef/dist', join(folder, 'dist'))
    .replaceAll('wss://relay.example.org', new URL(relayUrl).origin)
    .replace(/\t\tStrict-Transport-Security .+\n/, '')
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tdefault_bind 127.0.0.1 [::1]\n}\n${file}`)
  const args = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')]
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const child = spawn(caddy, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (data) => {
      said += String(data)
      if (said.includes('serving initial configuration')) resolve()
    })
    void ended.then(() => reject(new Error(`Caddy ended: ${said}`)))
  })
  return async () => {
    child.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}
