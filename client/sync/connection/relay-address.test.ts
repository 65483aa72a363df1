import { expect, test } from 'vitest'
import { toBase64url } from '#shared/protocol/bytes.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { toSocketUrl } from './relay-address.ts'

const relay = { url: 'wss://relay.weef.test/relay', origin: 'https://relay.weef.test' }
const workspace = (first: number, second = 0): WorkspaceId => {
  const id = new Uint8Array(16)
  id.set([first, second])
  return toBase64url(id) as WorkspaceId
}

test('workspaces fall into sixteen groups by the first four bits of their id, and no more of it is in the address', () => {
  const urls = Array.from({ length: 256 }, (_, first) => toSocketUrl(relay, workspace(first)))
  expect(new Set(urls).size).toBe(16)
  expect(urls[0x5f]).toBe('wss://relay.weef.test/relay?near=5')
  expect(toSocketUrl(relay, workspace(0x50, 255))).toBe(urls[0x5f])
})

test('what stands in the address already stays there', () => {
  expect(toSocketUrl({ ...relay, url: 'ws://localhost:1/relay?a=b' }, workspace(0xff))).toBe(
    'ws://localhost:1/relay?a=b&near=f',
  )
})
