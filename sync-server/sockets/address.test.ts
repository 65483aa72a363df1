/** Which address a socket is counted under (S8). */
import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

test.each([
  ['203.0.113.9', undefined, '203.0.113.9'],
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['127.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['::ffff:127.0.0.1', undefined, ''],
  ['127.0.0.1', '', ''],
  ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
  ['::1', '2001:db8:1:2::7', '2001:db8:1:2'],
  ['2001:db8::7', undefined, '2001:db8:0:0'],
  ['127.0.0.1', '2001:db8::8:9:a:b', '2001:db8:0:0'],
  ['127.0.0.1', '2001:0DB8:0:0000:8::', '2001:db8:0:0'],
  ['127.0.0.1', '2001:db8:1::1', '2001:db8:1:0'],
  ['fe80::1%eth0', undefined, 'fe80:0:0:0'],
])('[S8] %s, which says it speaks for %s, counts as %s', (peer, forwarded, address) => {
  expect(addressOf(peer, forwarded)).toBe(address)
})
