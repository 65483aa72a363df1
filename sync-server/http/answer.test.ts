import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder } from '../testing/folder.ts'
import { answerRequest, type WebAnswer } from './answer.ts'
import { securityHeaders } from './headers.ts'
import { readSite, type Site } from './site.ts'

const SCRIPT = 'console.log(1);'.repeat(200)
const folder = makeFolder()
let site: Site = new Map()

beforeAll(async () => {
  const files: Record<string, string> = {
    'index.html': '<!doctype html><title>Weef</title>',
    'sw.js': SCRIPT,
    'manifest.webmanifest': '{}',
    'assets/index-abc.js': SCRIPT,
    'assets/tiny-abc.css': 'a{}',
    'icons/weef/icon.png': 'not really',
    '.vite/manifest.json': '{}',
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder.path, 'dist', name, '..'), { recursive: true })
    writeFileSync(join(folder.path, 'dist', name), text)
  }
  writeFileSync(join(folder.path, 'secret.txt'), 'secret')
  site = await readSite(join(folder.path, 'dist'))
})
afterAll(() => folder.remove())

const ask = (url: string, change: { method?: string; acceptEncoding?: string; ifNoneMatch?: string } = {}): WebAnswer =>
  answerRequest(site, { method: 'GET', url, acceptEncoding: '', ifNoneMatch: '', ...change })
const textOf = ({ body }: WebAnswer): string => Buffer.from(body).toString()

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/?source=installed', 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
  ['/icons/weef/icon.png', 'image/png', 'no-cache'],
  ['/assets/index-abc.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/tiny-abc.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
])('%s is %s and %s', (url, type, caching) => {
  const { status, headers, body } = ask(url)
  expect([status, headers['Content-Type'], headers['Cache-Control']]).toEqual([200, type, caching])
  expect(headers['Content-Length']).toBe(body.length)
})

test.each([
  '/plan/abc',
  '/secret.txt',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/.vite/manifest.json',
  '//etc/passwd',
  '/assets',
  '/assets/',
  '/__proto__',
  '',
])('"%s" is nothing', (url) => {
  expect(ask(url).status).toBe(404)
})

test('a browser gets the smallest encoding that it accepts, and 304 while the file is unchanged', () => {
  const plain = ask('/sw.js')
  const packed = ask('/sw.js', { acceptEncoding: 'gzip, deflate, br' })
  const older = ask('/sw.js', { acceptEncoding: 'gzip' })
  expect(plain.headers['Content-Encoding']).toBeUndefined()
  expect([packed.headers['Content-Encoding'], older.headers['Content-Encoding']]).toEqual(['br', 'gzip'])
  expect([textOf(plain), String(brotliDecompressSync(packed.body)), String(gunzipSync(older.body))]).toEqual([
    SCRIPT,
    SCRIPT,
    SCRIPT,
  ])
  expect(packed.headers['Vary']).toBe('Accept-Encoding')
  const etag = String(packed.headers['ETag'])
  const again = ask('/sw.js', { acceptEncoding: 'br', ifNoneMatch: `"other", ${etag}` })
  expect([again.status, again.body.length, again.headers['ETag']]).toEqual([304, 0, etag])
  expect(ask('/sw.js', { ifNoneMatch: etag }).status).toBe(200)
  expect(ask('/assets/tiny-abc.css', { acceptEncoding: 'br' }).headers['Content-Encoding']).toBeUndefined()
})

test('HEAD is GET without a body, and nothing can be written', () => {
  const head = ask('/', { method: 'HEAD' })
  expect(head).toEqual({ ...ask('/'), body: new Uint8Array(0) })
  expect([ask('/', { method: 'POST' }).status, ask('/', { method: 'POST' }).headers['Allow']]).toEqual([
    405,
    'GET, HEAD',
  ])
})

test('the relay says that it runs, with and without an app to serve', async () => {
  expect([ask('/healthz').status, textOf(ask('/healthz'))]).toEqual([200, 'ok\n'])
  site = await readSite(join(folder.path, 'not-built'))
  expect([ask('/').status, textOf(ask('/'))]).toEqual([
    503,
    'The relay runs, but the app has not been built: run npm start.\n',
  ])
  expect(ask('/healthz').status).toBe(200)
})

test("every answer allows the app's own files only, and sets HSTS when the public origin is https", () => {
  const local = securityHeaders('http://localhost:4321', null)
  const remote = securityHeaders('https://plan.example.org', null)
  expect(local['Content-Security-Policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ws://localhost:4321; " +
      "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  expect(remote['Content-Security-Policy']).toContain("connect-src 'self' wss://plan.example.org;")
  const elsewhere = securityHeaders('https://plan.example.org', 'wss://relay.example.org/relay')
  expect(elsewhere['Content-Security-Policy']).toContain("connect-src 'self' wss://relay.example.org;")
  expect(remote['Strict-Transport-Security']).toBe('max-age=31536000')
  expect(local['Strict-Transport-Security']).toBeUndefined()
  expect([local['Referrer-Policy'], local['X-Content-Type-Options']]).toEqual(['no-referrer', 'nosniff'])
  expect(local['Permissions-Policy']).toContain('camera=()')
  expect(local['Permissions-Policy']?.split(', ').filter((part) => !part.endsWith('=()'))).toEqual([
    'clipboard-write=(self)',
    'publickey-credentials-create=(self)',
    'publickey-credentials-get=(self)',
  ])
  for (const header of ['Opener-Policy', 'Resource-Policy', 'Embedder-Policy'])
    expect(local[`Cross-Origin-${header}`]).toMatch(/^(?:same-origin|require-corp)$/)
})
