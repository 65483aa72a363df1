/**
 * Caddy and nginx with the files of `deploy/` as they are: only names, ports and certificates are filled in, as an
 * administrator does.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { findProgram, NO_PROXIES, type ProxyProgram } from '../../.ci/proxies.ts'

export type ProxyPlace = {
  readonly folder: string
  readonly port: number
  /** Plain http, which redirects to https. */
  readonly httpPort: number
  /** The port of the relay, and one on which no relay runs. */
  readonly relays: readonly [number, number]
}
export type Proxy = { readonly certificate: string; stop(): Promise<void> }

const HOST = 'weef.example.org'
const deployed = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'deploy', name), 'utf8').replace(
    /^(\s*)#(?=server |to |health_)/gm,
    '$1',
  )

const program = (name: ProxyProgram): string => {
  const path = findProgram(name)
  if (path === null) throw new Error(NO_PROXIES)
  return path
}
/** Self-signed: clients are told to trust it. */
const makeCertificate = (folder: string): string => {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  execFileSync(program('openssl'), ['req', '-x509', ...kind, ...subject, ...files], { stdio: 'ignore' })
  return readFileSync(join(folder, 'fullchain.pem'), 'utf8')
}

const caddyFile = ({ folder, port, httpPort, relays: [relay, other] }: ProxyPlace): string => {
  const files = `${join(folder, 'fullchain.pem')} ${join(folder, 'privkey.pem')}`
  const global = `{\n\tadmin off\n\thttp_port ${httpPort}\n\thttps_port ${port}\n\tdefault_bind 127.0.0.1\n}\n`
  const site = deployed('Caddyfile').replace(`${HOST} {`, `localhost {\n\ttls ${files}`)
  return global + site.replace('127.0.0.1:4321', `127.0.0.1:${relay}`).replace('127.0.0.1:4322', `127.0.0.1:${other}`)
}
const nginxFile = ({ folder, port, httpPort, relays: [relay, other] }: ProxyPlace): string => {
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const site = deployed('nginx.conf')
    .replaceAll(HOST, 'localhost')
    .replaceAll('/etc/letsencrypt/live/localhost', folder)
    .replaceAll(/listen \[::\].+\n/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${httpPort};`)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('127.0.0.1:4321', `127.0.0.1:${relay}`)
    .replace('127.0.0.1:4322', `127.0.0.1:${other}`)
  const main = `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log stderr error;\nevents {}\n`
  return `${main}http {\n${kept.join('\n')}\n${site}\n}\n`
}

const accepts = async (port: number, ended: Promise<never>): Promise<void> => {
  for (;;) {
    const isOpen = new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.on('error', () => setTimeout(resolve, 20, false)) // ms; nothing else signals that it listens
      socket.on('connect', () => socket.destroy())
    })
    if (await Promise.race([isOpen, ended])) return
  }
}
const follow = async (child: ChildProcess, place: ProxyPlace, certificate: string): Promise<Proxy> => {
  let said = ''
  child.stderr?.on('data', (data) => (said += String(data)))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const failed = ended.then(() => Promise.reject(new Error(`The proxy ended: ${said}`)))
  failed.catch(() => {})
  await accepts(place.port, failed)
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { certificate, stop }
}

/** Rejects when the proxy is not installed, or rejects the file. */
export const startProxy = (name: 'caddy' | 'nginx', place: ProxyPlace): Promise<Proxy> => {
  mkdirSync(place.folder, { recursive: true })
  const certificate = makeCertificate(place.folder)
  const file = join(place.folder, name)
  writeFileSync(file, name === 'caddy' ? caddyFile(place) : nginxFile(place))
  const args = name === 'caddy' ? ['run', '--adapter', 'caddyfile', '--config', file] : ['-p', place.folder, '-e', 'stderr', '-c', file] // prettier-ignore
  const env = { ...process.env, HOME: place.folder, XDG_DATA_HOME: place.folder, XDG_CONFIG_HOME: place.folder }
  return follow(spawn(program(name), args, { env, stdio: ['ignore', 'ignore', 'pipe'] }), place, certificate)
}
