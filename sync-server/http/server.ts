/** HTTP: the app's files, health and readiness, and the upgrade to WebSockets. No input ends the process (S8). */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { describeError, type Log } from '../process/log.ts'
import type { Sockets } from '../sockets/sockets.ts'
import type { Readiness } from './readiness.ts'
import { answerReadiness, answerRequest, type WebAnswer } from './answer.ts'
import { securityHeaders } from './headers.ts'
import type { Site } from './site.ts'

/**
 * A request without a body and with few headers arrives within this time, in ms; a slower one occupies a place for nothing.
 */
const REQUEST_TIMEOUT_MS = 10_000
/** An answer of which no byte has moved for this long, in ms, is cut off: the client has gone or means harm. */
const STALL_MS = 30_000
/**
 * Longer than proxies keep their side open (commonly 60 s), in ms; otherwise a proxy reuses a closed connection and answers
 * 502.
 */
const KEEP_ALIVE_MS = 75_000

export type ServerOptions = {
  readonly port: number
  readonly host: string
  readonly publicOrigin: string
  readonly relayUrl?: string | null
  readonly site: Site
  readonly sockets: Sockets
  readonly readiness: () => Promise<Readiness>
  readonly log: Log
  readonly stallMs?: number
}

/** Rejects when the port cannot be bound. The result stops HTTP and sockets. */
export const startServer = async (options: ServerOptions): Promise<() => Promise<void>> => {
  const { site, sockets, log } = options
  const headers = securityHeaders(options.publicOrigin, options.relayUrl ?? null)
  const answerTo = async (request: IncomingMessage): Promise<WebAnswer> =>
    request.method === 'GET' && request.url === '/readyz'
      ? answerReadiness(await options.readiness())
      : answerRequest(site, {
          method: request.method ?? '',
          url: request.url ?? '',
          acceptEncoding: [request.headers['accept-encoding'] ?? ''].flat().join(','),
          ifNoneMatch: request.headers['if-none-match'] ?? '',
        })
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const answer = await answerTo(request)
      response.writeHead(answer.status, { ...headers, ...answer.headers })
      response.end(answer.body)
    } catch (error) {
      log.error({ error: describeError(error) }, 'a request failed')
      response.destroy()
    }
  }
  const server = createServer((request, response) => void respond(request, response))
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.headersTimeout = REQUEST_TIMEOUT_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.timeout = options.stallMs ?? STALL_MS // WebSockets have their own timers (sockets.ts)
  server.on('upgrade', sockets.upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  server.on('error', (error) => log.error({ error: describeError(error) }, 'the server failed'))
  return async () => {
    await sockets.stop() // /readyz still answers meanwhile, and says that the relay is stopping
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
}
