/** A minimal app: sends what a test tells it to, and records everything that the relay sends, in order. */
import type { Identity } from '#shared/protocol/app-frames.ts'
import { encodeAppFrame, helloBytesToSign, type HelloFields } from '#shared/protocol/app-frames.ts'
import { closeName, type CloseCode, type CloseName } from '#shared/protocol/close-codes.ts'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { decodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Relay, RelayConnection } from '../relay/relay.ts'
import type { Signer, TestInvitation, TestPerson } from './people.ts'

type Bytes = Uint8Array<ArrayBuffer>
export const TEST_ORIGIN = 'https://weef.test'

export type TestApp = {
  readonly connection: RelayConnection
  readonly frames: RelayFrame[]
  /** Why the relay closed; `null` while it has not. */
  closed(): CloseName | null
  /** What was received since the last call, abbreviated. */
  heard(): readonly string[]
  hello(as: TestPerson | TestInvitation, workspace: WorkspaceId | null, change?: HelloChange): Promise<void>
  append(...items: readonly Bytes[]): Promise<void>
  presence(epoch: number, text: string): Promise<void>
  ping(): Promise<void>
  /** Pretends that the relay has this many unsent bytes for us. */
  holdBack(bytes: number): void
}
export type HelloChange = Partial<HelloFields> & { readonly origin?: string; readonly signer?: Signer }

const identityOf = (as: TestPerson | TestInvitation): Identity =>
  'id' in as ? { kind: 'person', person: as.id } : { kind: 'invitation', locator: as.locator }

/** `items 3-5`, `committed 4`, `refused stale`, `presence hi`, … */
const inShort = (frame: RelayFrame): string => {
  switch (frame.type) {
    case 'items': {
      const last = frame.firstSeq + frame.items.length - 1
      return `items ${frame.firstSeq}${last === frame.firstSeq ? '' : `-${last}`}`
    }
    case 'committed':
      return `committed ${frame.seq}`
    case 'refused':
      return `refused ${frame.reason}`
    case 'live':
      return `live ${frame.head}`
    case 'presence':
      return `presence ${new TextDecoder().decode(frame.sealed)}`
    case 'workspaces':
      return `workspaces ${frame.ids.length}`
    case 'challenge':
    case 'pong':
      return frame.type
  }
}

/** Signs a hello for the challenge that was received first. */
export const signedHello = async (
  challenge: RelayFrame | undefined,
  as: TestPerson | TestInvitation,
  workspace: WorkspaceId | null,
  { origin = TEST_ORIGIN, signer = as, ...change }: HelloChange = {},
): Promise<Bytes> => {
  if (challenge?.type !== 'challenge') throw new Error('The challenge comes first.')
  const logHash = workspace === null ? new Uint8Array(16) : shortHash(firstLogHash(workspace))
  const fields: HelloFields = {
    version: PROTOCOL_VERSION,
    identity: identityOf(as),
    workspace,
    since: 0,
    logHash,
    start: 'log',
    root: null,
    ...change,
  }
  const signature = await signer.sign(helloBytesToSign(origin, challenge.nonce, fields))
  return encodeAppFrame({ type: 'hello', ...fields, signature })
}

export const createTestApp = (relay: Relay, address?: string): TestApp => {
  const frames: RelayFrame[] = []
  let told = 0
  let code: CloseCode | null = null
  let unsent = 0
  const send = (bytes: Bytes): void => {
    if (code !== null) throw new Error('The relay spoke after it had closed.')
    const read = decodeRelayFrames(bytes)
    if (read === null) throw new Error('The relay sent a malformed message.')
    frames.push(...read)
  }
  const close = (closeCode: CloseCode): void => {
    code = closeCode
  }
  const connection = relay.connect(send, close, () => unsent, address)
  const say = async (...messages: readonly Bytes[]): Promise<void> => {
    for (const message of messages) connection.receive(message)
    await connection.idle()
  }
  return {
    connection,
    frames,
    closed: () => (code === null ? null : closeName(code)),
    heard: () => {
      const news = frames.slice(told).map(inShort)
      told = frames.length
      return news
    },
    hello: async (as, workspace, change) => {
      await connection.idle()
      told = Math.max(told, 1) // the challenge does not count
      await say(await signedHello(frames[0], as, workspace, change))
    },
    append: (...items) => say(...items.map((item) => encodeAppFrame({ type: 'append', item }))),
    presence: (epoch, text) => say(encodeAppFrame({ type: 'presence', epoch, sealed: new TextEncoder().encode(text) })),
    ping: () => say(encodeAppFrame({ type: 'ping' })),
    holdBack: (bytes) => {
      unsent = bytes
      connection.drained()
    },
  }
}
