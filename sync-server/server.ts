/** HTTP: the app's files, and the way to the sockets. No input ends the process (S8). */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { describeError, type Log } from './log.ts'
import type { Sockets } from './sockets.ts'
import { answerRequest } from './web/answer.ts'
import { securityHeaders } from './web/headers.ts'
import type { Site } from './web/site.ts'

/** A request has no body and few headers; whoever takes longer, in ms, holds a place for nothing. */
const REQUEST_TIMEOUT_MS = 10_000
/** Longer than a proxy keeps its side open (commonly 60 s), in ms, or it answers 502 now and then. */
const KEEP_ALIVE_MS = 75_000

export type ServerOptions = {
  readonly port: number
  readonly host: string
  readonly publicOrigin: string
  readonly site: Site
  readonly sockets: Sockets
  readonly log: Log
}

/** Rejects when the port cannot be had. The result stops it all. */
export const startServer = async (options: ServerOptions): Promise<() => Promise<void>> => {
  const { site, sockets, log } = options
  const headers = securityHeaders(options.publicOrigin)
  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    const answer = answerRequest(site, {
      method: request.method ?? '',
      url: request.url ?? '',
      acceptEncoding: [request.headers['accept-encoding'] ?? ''].flat().join(','),
      ifNoneMatch: request.headers['if-none-match'] ?? '',
    })
    response.writeHead(answer.status, { ...headers, ...answer.headers })
    response.end(answer.body)
  }
  const server = createServer((request, response) => {
    try {
      respond(request, response)
    } catch (error) {
      log.error({ error: describeError(error) }, 'a request failed')
      response.destroy()
    }
  })
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.headersTimeout = REQUEST_TIMEOUT_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.on('upgrade', sockets.upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  server.on('error', (error) => log.error({ error: describeError(error) }, 'the server failed'))
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    await sockets.stop()
    server.closeAllConnections()
    await closed
  }
}
