/** Places for sockets (S8): taken together, given back once, by whichever end comes first. */
import { expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { createSocketLimiter, type SocketSlot } from './socket-limiter.ts'

const HOME = '203.0.113.7'
const limits = { ...DEFAULT_LIMITS, sockets: 3, strangerSockets: 2, addressSockets: 2, addressStrangers: 1 }
const create = (isBusy = () => false) => createSocketLimiter({ limits, isBusy, now: () => 0 })

const taken = (slot: ReturnType<ReturnType<typeof create>['take']>): SocketSlot => {
  if (typeof slot === 'string') throw new Error(`The limit ${slot} was met.`)
  return slot
}

test('[S8] a socket counts as a stranger until it has greeted, and as one of its address until it leaves', () => {
  const { take } = create()
  const first = taken(take(HOME))
  expect(take(HOME)).toBe('addressStrangers')
  first.greeted()
  first.greeted()
  const second = taken(take(HOME))
  expect(take('')).not.toBe('strangerSockets')
  second.greeted()
  expect(take(HOME)).toBe('sockets')
  second.leave()
  second.leave()
  expect(typeof take(HOME)).toBe('object')
  expect(take('')).toBe('sockets')
})

test('[S8] one that leaves without a word gives back both', () => {
  const { take } = create()
  for (let round = 0; round < 5; round += 1) taken(take(HOME)).leave()
  expect(typeof take(HOME)).toBe('object')
})

test('[S8] what is refused takes no place', () => {
  let isBusy = true
  const { take } = create(() => isBusy)
  for (let round = 0; round < 5; round += 1) expect(take(HOME)).toBe('lag')
  isBusy = false
  expect(typeof take(HOME)).toBe('object')
  for (let round = 0; round < 5; round += 1) expect(take(HOME)).toBe('addressStrangers')
  expect(typeof take('')).toBe('object')
})
