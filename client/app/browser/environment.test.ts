import { expect, test } from 'vitest'
import { relayAddress } from './environment.ts'

const page = new URL('https://app.example.org/index.html') as unknown as Location

test.each([
  ['', 'wss://app.example.org/relay', 'https://app.example.org'],
  ['wss://relay.example.org/relay', 'wss://relay.example.org/relay', 'https://relay.example.org'],
  ['ws://localhost:4321/relay', 'ws://localhost:4321/relay', 'http://localhost:4321'],
])('built with RELAY_URL "%s", the app connects to %s and signs for %s', (built, url, origin) => {
  expect(relayAddress(built, page)).toEqual({ url, origin })
})
