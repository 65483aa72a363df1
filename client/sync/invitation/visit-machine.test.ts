import { expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { locatorFor, secretOf } from '#keys/testing/circle.ts'
import { firstVisit, stepVisit } from './visit-machine.ts'

test('a message is one thing to do, however many frames a relay puts into it', () => {
  const first = firstVisit(toWorkspaceId(secretOf('plan')), { kind: 'invitation', locator: locatorFor('guest') })
  const { state: asked } = stepVisit(first, { type: 'asked', for: 'look' })
  const challenge: RelayFrame = {
    type: 'challenge',
    version: 1,
    nonce: new Uint8Array(32),
    limits: { itemBytes: 1, logBytes: 1 },
  }
  const pongs = Array.from({ length: 5_000 }, (): RelayFrame => ({ type: 'pong' }))
  const { state } = stepVisit(asked, { type: 'message', frames: [challenge, ...pongs] })
  expect([state.task?.kind, state.inbox.length]).toEqual(['signing', 1])
})
