/** Reads a plan's log by the pure functions alone: everything in it counts, and once. */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { Store } from '#relay/storage/store.ts'
import { createFollower } from '#sync/log/follower.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import type { Person } from './person.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Judge = {
  readonly items: readonly Bytes[]
  /**
   * Numbers of items that arrived after they had been sent again on another connection, and of those that build on them.
   * They do not count.
   */
  readonly late: readonly number[]
  /** The document that the log amounts to. */
  readonly doc: Y.Doc
  /** Takes a whole log, and continues where the last call ended. */
  read(items: readonly Bytes[]): Promise<void>
  readStore(store: Pick<Store, 'read'>): Promise<void>
  /**
   * [S3] [C1] What these people were told is committed, or were shown as shared, is in the log; nothing new was since it
   * was read.
   */
  checkPromises(people: readonly Person[]): void
}

const ALL = { after: 0, maxItems: Number.MAX_SAFE_INTEGER, maxBytes: Number.MAX_SAFE_INTEGER, recordsOnly: false }

export const fail = (what: string): never => {
  throw new Error(what)
}

export const createJudge = (workspace: WorkspaceId, member: KeyHolder): Judge => {
  const follower = createFollower(startOfLog(workspace), member, ({ kind }) => fail(`The log alarms: ${kind}.`))
  const doc = new Y.Doc()
  const items: Bytes[] = []
  const late: number[] = []

  const take = async (item: Bytes): Promise<void> => {
    const seq = items.push(item)
    const consumed = await follower.consume(item)
    if (consumed.kind === 'entry') Y.applyUpdate(doc, consumed.update)
    else if (consumed.kind === 'skipped' && consumed.blameless) late.push(seq)
    else if (consumed.kind !== 'record' && consumed.kind !== 'checkpoint')
      fail(`Item ${seq} counts for nothing: ${JSON.stringify(consumed)}.`)
  }
  const read = async (log: readonly Bytes[]): Promise<void> => {
    if (items.some((item, index) => !equalBytes(item, log[index] ?? new Uint8Array(0)))) fail('The log has changed.')
    for (const item of log.slice(items.length)) await take(item)
  }
  return {
    items,
    late,
    doc,
    read,
    async readStore(store) {
      const stored = await store.read(workspace, ALL)
      if (stored.some(({ seq }, index) => seq !== index + 1)) fail('The store leaves a number out.')
      await read(stored.map(({ bytes }) => bytes))
    },
    checkPromises(people) {
      for (const { name, told, shownAsShared } of people) {
        for (const [seq, item] of [...told.acknowledged, ...told.log])
          if (!equalBytes(item, items[seq - 1] ?? new Uint8Array(0)))
            fail(`${name} was told of ${seq}, and it is not there.`)
        for (const [client, clock] of shownAsShared)
          if ((follower.state.clocks.get(client) ?? 0) < clock) fail(`${name} was shown as shared what is not there.`)
      }
    },
  }
}
