/**
 * One HTTP request → its answer. Pure: the server only carries it. The app has one page, `/`; its routes follow the `#`,
 * which browsers do not send.
 */
import type { Readiness } from './readiness.ts'
import type { Encoding, Site, SiteFile } from './site.ts'

export type WebRequest = {
  readonly method: string
  /** As received, with the query. */
  readonly url: string
  readonly acceptEncoding: string
  readonly ifNoneMatch: string
}
export type WebAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Uint8Array
}

const YEAR_SECONDS = 365 * 24 * 60 * 60
const utf8 = new TextEncoder()
const NO_BODY = new Uint8Array(0)

const sentence = (status: number, text: string, headers: WebAnswer['headers'] = {}): WebAnswer => {
  const body = utf8.encode(`${text}\n`)
  return {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      ...headers,
    },
    body,
  }
}

/**
 * The smallest encoding that the browser accepts. `;q=0` is not honoured: no browser sends it, and only its sender would
 * get an unreadable file.
 */
const chooseEncoding = (file: SiteFile, accepted: string): Encoding => {
  const names = accepted.split(',').map((part) => part.split(';')[0]?.trim())
  return (
    (['br', 'gzip'] as const).find((encoding) => names.includes(encoding) && file.bodies.has(encoding)) ?? 'identity'
  )
}

const fileAnswer = (file: SiteFile, request: WebRequest): WebAnswer => {
  const encoding = chooseEncoding(file, request.acceptEncoding)
  const body = file.bodies.get(encoding) ?? NO_BODY
  const etag = `"${file.etag}-${encoding}"`
  const headers = {
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.immutable ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
  }
  if (request.ifNoneMatch.split(/,\s*/).includes(etag)) return { status: 304, headers, body: NO_BODY }
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': body.length,
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    },
    body,
  }
}

const answerGet = (site: Site, request: WebRequest): WebAnswer => {
  const path = request.url.split('?')[0] ?? ''
  if (path === '/healthz') return sentence(200, 'ok')
  const file = site.get(path)
  if (file !== undefined) return fileAnswer(file, request)
  if (path === '/' && site.size === 0)
    return sentence(503, 'The relay runs, but the app has not been built: run npm start.')
  return sentence(404, 'There is nothing here.')
}

/**
 * `/readyz`, for load balancers: `ok`, or in one word why no new people should be sent here. `disk` counts as ready:
 * everything can still be read.
 */
export const answerReadiness = (readiness: Readiness): WebAnswer =>
  sentence(readiness === 'ok' || readiness === 'disk' ? 200 : 503, readiness)

export const answerRequest = (site: Site, request: WebRequest): WebAnswer => {
  if (request.method === 'GET') return answerGet(site, request)
  if (request.method === 'HEAD') return { ...answerGet(site, request), body: NO_BODY }
  return sentence(405, 'This can only be read.', { Allow: 'GET, HEAD' })
}
