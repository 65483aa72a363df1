/** Environment variables → configuration, or one sentence that says what is wrong. Pure. */
import { resolve } from 'node:path'
import { readLimits, type RelayLimits } from '../limits/limits.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** PostgreSQL instead of the folder. Contains a password: never log it. */
  readonly databaseUrl: string | null
  /** The public address of this relay and its app. */
  readonly publicOrigin: string
  /** The relay's address for the app that is served here; `null`: this relay. */
  readonly relayUrl: string | null
  /** Allowed origins: their pages may connect, and a hello may be signed for them. */
  readonly origins: readonly string[]
  readonly logLevel: LogLevel
  /** The address of `/metrics`; `null`: not served. */
  readonly metrics: { readonly port: number; readonly host: string } | null
  readonly limits: RelayLimits
}
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly sentence: string }

const DEFAULT_PORT = 4321
const MAX_PORT = 65_535 // RFC 9293 §3.1: 16 bits

const wrong = (sentence: string): ConfigResult => ({ ok: false, sentence })
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname)

/** An origin as browsers spell it, and a secure context: one whose pages have WebCrypto and a service worker. */
const isSecureOrigin = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || url.origin !== text) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}
const isPostgres = (text: string): boolean => ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? '')
const isSecureSocket = (text: string): boolean => {
  const origin = URL.parse(text)?.origin ?? ''
  return origin.startsWith('ws') && isSecureOrigin(origin.replace(/^ws/, 'http'))
}
const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= MAX_PORT
const portSentence = (name: string, text = ''): string => `${name} is "${text}": give a number from 1 to ${MAX_PORT}.`
const originSentence = (name: string, text: string): string =>
  `${name} is "${text}": give it as https://plan.example.org, without a path; http is only for localhost.`

export const readConfig = (env: Readonly<Record<string, string | undefined>>): ConfigResult => {
  const port = Number(env['PORT'] || DEFAULT_PORT)
  if (!isPort(port)) return wrong(portSentence('PORT', env['PORT']))
  const metricsPort = env['METRICS_PORT'] ? Number(env['METRICS_PORT']) : null
  if (metricsPort !== null && !isPort(metricsPort)) return wrong(portSentence('METRICS_PORT', env['METRICS_PORT']))
  const publicOrigin = env['PUBLIC_ORIGIN'] || `http://localhost:${port}`
  if (!isSecureOrigin(publicOrigin)) return wrong(originSentence('PUBLIC_ORIGIN', publicOrigin))
  const others = (env['ALLOWED_ORIGINS'] ?? '').split(/[\s,]+/).filter((text) => text !== '')
  const bad = others.find((text) => !isSecureOrigin(text))
  if (bad !== undefined) return wrong(originSentence('ALLOWED_ORIGINS', bad))
  const relayUrl = env['RELAY_URL'] || null
  if (relayUrl !== null && !isSecureSocket(relayUrl)) {
    return wrong(`RELAY_URL is "${relayUrl}": give it as wss://relay.example.org/relay; ws is only for localhost.`)
  }
  const databaseUrl = env['DATABASE_URL'] || null
  if (databaseUrl !== null && !isPostgres(databaseUrl)) {
    return wrong('DATABASE_URL is not an address of PostgreSQL: give it as postgresql://name:password@host/database.')
  }
  const logLevel = LOG_LEVELS.find((level) => level === (env['LOG_LEVEL'] || 'info'))
  if (logLevel === undefined) {
    return wrong(`LOG_LEVEL is "${env['LOG_LEVEL']}": give one of ${LOG_LEVELS.join(', ')}.`)
  }
  const given = readLimits(env)
  if (!given.ok) return given
  const isLocal = isLoopback(new URL(publicOrigin).hostname)
  const local = isLocal ? ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`) : []
  return {
    ok: true,
    config: {
      port,
      host: env['HOST'] || '127.0.0.1',
      dataFolder: resolve(env['DATA_DIR'] || 'data'),
      databaseUrl,
      publicOrigin,
      relayUrl,
      origins: [...new Set([publicOrigin, ...local, ...others])],
      logLevel,
      metrics: metricsPort === null ? null : { port: metricsPort, host: env['METRICS_HOST'] || '127.0.0.1' },
      limits: given.limits,
    },
  }
}
