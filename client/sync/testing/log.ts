/** One workspace's log as a relay would hold it, with entries that a test can spoil, and people who read it from the start. */
import * as Y from 'yjs'
import { currentEpoch } from '#shared/chain/chain.ts'
import { encodeEntry, encodeEntryHeader, entryBytesToSign, type EntryHeader } from '#shared/protocol/entries.ts'
import { NONCE_BYTES, SALT_BYTES } from '#shared/protocol/limits.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { deriveEpochKeys, type EpochSecret } from '#keys/content-keys.ts'
import { seal } from '#keys/seal.ts'
import { type Circle, createChance, holderOf } from '#keys/testing/circle.ts'
import { deriveClientId, type Salt } from '../document/client-ids.ts'
import { encodeEntryContent, type EntryContent } from '../log/entry-content.ts'
import { type Alarm, type Consumed, createFollower } from '../log/follower.ts'
import { advanceLog, seenPlace, startOfLog } from '../log/log-state.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Spoilt = {
  readonly header?: Partial<EntryHeader>
  readonly content?: Partial<EntryContent>
  /** The content as bytes, padding included. */
  readonly plaintext?: Bytes
  readonly signer?: string
  readonly secret?: EpochSecret
}
/** One load of the document: its clientID derives from its writer and a salt of its own. */
export type Writer = { readonly name: string; readonly doc: Y.Doc; readonly salt: Salt; readonly client: number }
/** A reader's verdict on one item, in short: `record`, `entry`, a rule's number, or the reason why it stopped. */
export type Verdict =
  | 'record'
  | 'entry'
  | 'E1'
  | 'E3'
  | 'E4'
  | 'E5'
  | 'checkpoint'
  | 'outdated-app'
  | 'invalid-record'
  | 'erased'

const verdictOf = (consumed: Consumed): Verdict =>
  consumed.kind === 'skipped' || consumed.kind === 'stopped' ? consumed.reason : consumed.kind

export const createLog = (circle: Circle) => {
  const { workspace } = circle.chain()
  const items: Bytes[] = []
  /** Tracks places only, without opening or judging anything. */
  const position = startOfLog(workspace)
  const chance = createChance('log')
  let recordsTaken = 0

  const append = (item: Bytes): void => {
    items.push(item)
    advanceLog(position, item)
  }
  const catchUp = (): void => {
    for (const record of circle.records.slice(recordsTaken)) append(record)
    recordsTaken = circle.records.length
  }
  const sealAs = async (by: string, content: Pick<EntryContent, 'salts' | 'update'>, spoilt: Spoilt = {}) => {
    catchUp()
    const chain = circle.chain()
    const header: EntryHeader = {
      type: 'update',
      workspace,
      epoch: currentEpoch(chain).number,
      author: (await holderOf(by)).id,
      seen: seenPlace(position),
      lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
      ...spoilt.header,
    }
    const whole: EntryContent = { firstEdit: 1_000, lastEdit: 2_000, schema: 1, ...content, ...spoilt.content }
    const keys = await deriveEpochKeys(spoilt.secret ?? circle.secret(), header.workspace)
    const headerBytes = encodeEntryHeader(header)
    const nonce = chance(NONCE_BYTES)
    const ciphertext = await seal(keys.content, nonce, headerBytes, spoilt.plaintext ?? encodeEntryContent(whole))
    const signer = await holderOf(spoilt.signer ?? by)
    const signature = await signer.sign(entryBytesToSign(headerBytes, nonce, ciphertext))
    return encodeEntry({ headerBytes, nonce, ciphertext, signature })
  }

  return {
    items,
    workspace,
    append,
    catchUp,
    sealAs,
    async openDoc(name: string): Promise<Writer> {
      const salt = chance(SALT_BYTES)
      const doc = new Y.Doc()
      doc.clientID = deriveClientId(workspace, (await holderOf(name)).id, salt)
      return { name, doc, salt, client: doc.clientID }
    },
    /** Appends the changes of `edit` as an entry at the end of the log. */
    async write(writer: Writer, edit: (story: Y.Text) => void, spoilt?: Spoilt): Promise<Bytes> {
      const before = Y.encodeStateVector(writer.doc)
      edit(writer.doc.getText('story'))
      const update = new Uint8Array(Y.encodeStateAsUpdate(writer.doc, before))
      const entry = await sealAs(writer.name, { salts: [writer.salt], update }, spoilt)
      append(entry)
      return entry
    },
    /** Appends a crafted update under this writer's salt. */
    async craft(writer: Writer, update: Bytes, spoilt?: Spoilt): Promise<void> {
      append(await sealAs(writer.name, { salts: [writer.salt], update }, spoilt))
    },
    /** Reads the log from its start, as one person. */
    async readAs(name: string, log: readonly Bytes[] = items) {
      catchUp()
      const alarms: Alarm[] = []
      const follower = createFollower(startOfLog(workspace), await holderOf(name), (alarm) => alarms.push(alarm))
      const doc = new Y.Doc()
      const verdicts: Verdict[] = []
      for (const item of log) {
        const consumed = await follower.consume(item)
        verdicts.push(verdictOf(consumed))
        if (consumed.kind === 'entry') Y.applyUpdate(doc, consumed.update)
        if (consumed.kind === 'stopped') break
      }
      return { verdicts, alarms, follower, doc, text: () => doc.getText('story').toJSON() }
    },
  }
}
export type Log = ReturnType<typeof createLog>
