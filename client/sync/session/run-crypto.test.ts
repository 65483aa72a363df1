/** A hello is signed for one relay and one connection only. */
import { expect, test } from 'vitest'
import { verifySignature } from '#shared/chain/signatures.ts'
import { helloBytesToSign } from '#shared/protocol/app-frames.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { createChance, createCircleOfThree, holderOf, secretOf } from '#keys/testing/circle.ts'
import { answerCrypto } from './run-crypto.ts'

const workspace = toWorkspaceId(secretOf('plan'))
const worker = await holderOf('worker')
const NONCE = new Uint8Array(32).fill(7)
const ticket = { what: 'task', generation: 0, sequence: 1 } as const
const context = {
  workspace,
  holder: worker,
  origin: 'https://weef.test',
  environment: { randomBytes: createChance('crypto'), report: () => {} },
  maker: () => async () => null,
  makingFailed: () => {},
}

test('a hello is signed for this relay’s origin and this connection’s challenge', async () => {
  const hello = {
    version: 1,
    identity: { kind: 'person', person: worker.id },
    workspace,
    since: 4,
    logHash: new Uint8Array(16),
    start: 'log',
    root: null,
  } as const
  const answer = await answerCrypto(context, { type: 'sign-hello', ticket, nonce: NONCE, hello })
  if (answer.type !== 'hello-signed') throw new Error('A hello was to be signed.')
  const check = (origin: string, nonce: Uint8Array) =>
    verifySignature(worker.keys.sign, helloBytesToSign(origin, nonce, hello), answer.signature)
  expect(await check(context.origin, NONCE)).toBe(true)
  expect(await check('https://elsewhere.test', NONCE)).toBe(false)
  expect(await check(context.origin, new Uint8Array(32))).toBe(false)
})

test('a maker that fails hears of it, and nobody else does', async () => {
  const failures: unknown[] = []
  const broken = {
    ...context,
    maker: () => () => Promise.reject(new Error('no')),
    makingFailed: (request: number, error: unknown) => failures.push([request, String(error)]),
  }
  const circle = await createCircleOfThree()
  const answer = await answerCrypto(broken, {
    type: 'make-record',
    ticket,
    request: 3,
    chain: circle.chain(),
    secret: circle.secret(),
  })
  expect([answer, failures]).toEqual([{ type: 'record-not-made', ticket }, [[3, 'Error: no']]])
})
