import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'

test('defaults without variables: loopback only, port 4321, ./data', () => {
  const read = readConfig({})
  expect(read).toEqual({
    ok: true,
    config: {
      port: 4321,
      host: '127.0.0.1',
      dataFolder: `${process.cwd()}/data`,
      databaseUrl: null,
      publicOrigin: 'http://localhost:4321',
      relayUrl: null,
      origins: ['http://localhost:4321', 'http://127.0.0.1:4321', 'http://[::1]:4321'],
      logLevel: 'info',
      metrics: null,
      limits: DEFAULT_LIMITS,
    },
  })
})

test('an empty variable counts as unset', () => {
  expect(
    readConfig({ PORT: '', HOST: '', DATA_DIR: '', PUBLIC_ORIGIN: '', ALLOWED_ORIGINS: '', LOG_LEVEL: '' }),
  ).toEqual(readConfig({}))
})

test('a database is given by its URL; an error about it does not repeat it, because it holds a password', () => {
  const read = (url: string): unknown => {
    const result = readConfig({ DATABASE_URL: url })
    return result.ok ? result.config.databaseUrl : result.sentence
  }
  for (const url of ['postgresql://weef:secret@db.example/weef', 'postgres://weef@%2Frun%2Fpostgresql/weef']) {
    expect(read(url)).toBe(url)
  }
  for (const url of ['weef:secret@db.example/weef', 'mysql://weef:secret@db/weef', 'secret']) {
    expect(read(url)).toMatch(/^DATABASE_URL is not an address .+ give it as .+\.$/)
    expect(read(url)).not.toContain('secret@')
  }
})

test.each(['wss://relay.example.org/relay', 'ws://localhost:4321/relay'])('an app may find its relay at %s', (url) => {
  const read = readConfig({ RELAY_URL: url })
  expect(read.ok && read.config.relayUrl).toBe(url)
})

test('metrics listen on loopback unless another address is set', () => {
  const at = (env: Record<string, string>): unknown => {
    const read = readConfig({ METRICS_PORT: '9464', ...env })
    return read.ok && read.config.metrics
  }
  expect(at({})).toEqual({ port: 9464, host: '127.0.0.1' })
  expect(at({ METRICS_HOST: '10.0.0.5' })).toEqual({ port: 9464, host: '10.0.0.5' })
})

test.each([
  ['https://plan.example.org', undefined, ['https://plan.example.org']],
  ['https://plan.example.org', 'https://app.example.org', ['https://plan.example.org', 'https://app.example.org']],
  [
    'http://localhost:5173',
    'https://a.example, https://b.example',
    [
      'http://localhost:5173',
      'http://localhost:4321',
      'http://127.0.0.1:4321',
      'http://[::1]:4321',
      'https://a.example',
      'https://b.example',
    ],
  ],
])('pages of %s and of %s may connect', (publicOrigin, allowed, origins) => {
  const read = readConfig({ PUBLIC_ORIGIN: publicOrigin, ALLOWED_ORIGINS: allowed })
  expect(read.ok && read.config.origins).toEqual(origins)
})

test.each([
  ['PORT', 'http'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '43.21'],
  ['METRICS_PORT', 'yes'],
  ['METRICS_PORT', '0'],
  ['PUBLIC_ORIGIN', 'http://plan.example.org'],
  ['PUBLIC_ORIGIN', 'http://192.168.1.5:4321'],
  ['PUBLIC_ORIGIN', 'https://plan.example.org/'],
  ['PUBLIC_ORIGIN', 'plan.example.org'],
  ['PUBLIC_ORIGIN', 'http://localhost.evil.org'],
  ['PUBLIC_ORIGIN', 'ftp://localhost'],
  ['ALLOWED_ORIGINS', 'https://good.example http://bad.example'],
  ['ALLOWED_ORIGINS', '*'],
  ['RELAY_URL', 'relay.example.org'],
  ['RELAY_URL', 'https://relay.example.org/relay'],
  ['RELAY_URL', 'ws://relay.example.org/relay'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is one clear sentence', (name, value) => {
  const read = readConfig({ [name]: value })
  expect(read.ok).toBe(false)
  expect(!read.ok && read.sentence).toMatch(new RegExp(`^${name} is ".+": give .+\\.$`))
})
