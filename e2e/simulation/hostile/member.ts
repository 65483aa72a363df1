/**
 * A hostile member: an editor's real keys, and code of her own instead of the app. The relay refuses what she may not do;
 * what a careless relay would accept, she puts into its store herself.
 */
import * as Y from 'yjs'
import { type Chain, currentEpoch } from '#shared/chain/chain.ts'
import type { AppFrame } from '#shared/protocol/app-frames.ts'
import { encodeEntry, encodeEntryHeader, entryBytesToSign, type EntryHeader } from '#shared/protocol/entries.ts'
import { NONCE_BYTES, SALT_BYTES } from '#shared/protocol/limits.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { EpochKeys } from '#keys/content-keys.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { seal } from '#keys/seal.ts'
import { deriveClientId, type Salt } from '#sync/document/client-ids.ts'
import { type Connection, openConnection } from '../../testing/raw-connection.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import { encodeEntryContent, type EntryContent } from '#sync/log/entry-content.ts'
import type { Follower } from '#sync/log/follower.ts'
import { type LogState, seenPlace } from '#sync/log/log-state.ts'
import { createQueue } from '../../testing/queue.ts'
import type { Store } from '#relay/storage/store.ts'
import type { Chance } from '../../testing/chance.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Forged = {
  readonly header?: Partial<EntryHeader>
  readonly content?: Partial<EntryContent>
  /** The content as bytes, padding included. */
  readonly plaintext?: Bytes
  readonly signature?: Bytes
  readonly epochKeys?: EpochKeys
}
/** What she knows when she acts. */
export type Knowledge = {
  readonly state: LogState
  readonly chain: Chain
  readonly keys: EpochKeys
  keysOf(epoch: number): EpochKeys | undefined
  /** Everything that the log has, in a document of her own. */
  readonly doc: Y.Doc
  readonly salt: Salt
  readonly client: number
  /** Another member's clientID. */
  readonly foreign: number
  readonly items: readonly Uint8Array[]
}
export type HostileMember = {
  readonly person: KeyHolder
  /** `null` while she has no key, or nobody else has written anything. */
  look(): Promise<Knowledge | null>
  forge(knowledge: Knowledge, content: Pick<EntryContent, 'update'>, forged?: Forged): Promise<Bytes>
  /** The last entry that she made. */
  sent(): Bytes | null
  /** Through the relay, as soon as it admits her. */
  send(frame: AppFrame): void
  /** Into the store, as through a relay that checks nothing. */
  smuggle(item: Bytes, rule: string): Promise<void>
}

/** What she sees of the log that the relay has. */
type SeenLog = { readonly follower: Follower; readonly doc: Y.Doc; readonly bytes: readonly Uint8Array[] }

/** What she acts on: all that she has of the world. */
export type Ground = {
  readonly chance: Chance
  readonly person: KeyHolder
  readonly environment: Environment
  readonly workspace: WorkspaceId
  readonly relay: RelayAddress
  readLog(): Promise<SeenLog>
  /** The store of the relay that runs now. */
  store(): Store
  readonly smuggled: Map<number, string>
  killRelay(): void
  count(what: string): void
}

export const createHostileMember = (ground: Ground): HostileMember => {
  const { chance, person, workspace, readLog } = ground
  const salt = chance.bytes(SALT_BYTES) as Salt
  const client = deriveClientId(workspace, person.id, salt)
  let waiting: AppFrame[] = []
  let last: Bytes | null = null
  let live = false
  let connection: Connection | null = null

  const look = async (): Promise<Knowledge | null> => {
    const { follower, doc: log, bytes } = await readLog()
    const { state } = follower
    const { chain } = state
    const keys = chain && follower.ring().keys.get(currentEpoch(chain).number)
    const foreign = chance.pick(
      [...state.clocks.keys()].filter((each) => state.authors.get(each)?.person !== person.id),
    )
    if (!chain || !keys || foreign === undefined) return null
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(log))
    doc.clientID = client // not earlier: Yjs draws another clientID when it sees its own arrive
    const keysOf = (epoch: number): EpochKeys | undefined => follower.ring().keys.get(epoch)
    return { state, chain, keys, keysOf, doc, salt, client, foreign, items: bytes }
  }
  const connect = async (): Promise<void> => {
    const { follower } = await readLog()
    const queue = createQueue(() => {})
    connection ??= openConnection(ground.relay, person, ground.environment, queue, {
      hello: () => ({
        identity: { kind: 'person', person: person.id },
        workspace,
        since: follower.state.seq,
        logHash: shortHash(follower.state.hash),
        start: 'log',
        root: null,
      }),
      frame(frame) {
        if (frame.type === 'refused') ground.count(`relay refuses her: ${frame.reason}`)
        if (frame.type !== 'live') return
        live = true
        for (const each of waiting) connection?.send(each)
        waiting = []
      },
      closed() {
        connection = null
        live = false
      },
    })
  }
  return {
    person,
    look,
    async forge({ state, chain, keys }, { update }, { header, content, plaintext, signature, epochKeys = keys } = {}) {
      const whole: EntryHeader = {
        type: 'update',
        workspace,
        epoch: currentEpoch(chain).number,
        author: person.id,
        seen: seenPlace(state),
        lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
        ...header,
      }
      const now = Date.now()
      const inside: EntryContent = { salts: [salt], firstEdit: now, lastEdit: now, schema: 1, update, ...content }
      const headerBytes = encodeEntryHeader(whole)
      const nonce = chance.bytes(NONCE_BYTES)
      const ciphertext = await seal(epochKeys.content, nonce, headerBytes, plaintext ?? encodeEntryContent(inside))
      const signed = signature ?? (await person.sign(entryBytesToSign(headerBytes, nonce, ciphertext)))
      last = encodeEntry({ headerBytes, nonce, ciphertext, signature: signed })
      return last
    },
    sent: () => last,
    send(frame) {
      if (live) connection?.send(frame)
      else waiting = [...waiting.slice(-3), frame]
      if (connection === null) void connect()
    },
    async smuggle(item, rule) {
      const store = ground.store()
      const head = await store.head(workspace)
      if (head === null) return
      const request = { workspace, expectedRecord: head.lastRecord, receivedAt: Date.now(), items: [item], joined: [], ended: [] } // prettier-ignore
      const [result] = await store.append([request])
      if (result?.ok) ground.smuggled.set(result.firstSeq, rule)
      ground.killRelay() // otherwise it would not notice
    },
  }
}
