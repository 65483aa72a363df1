/**
 * The log of a plan of five years as a relay stores it: sealed and signed by the worker, each sitting received when it took
 * place, with the checkpoints that the app would have written, and at its end an invitation of today.
 */
import * as Y from 'yjs'
import { type Chain, currentEpoch } from '#shared/chain/chain.ts'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import { toInvitationUrl } from '#keys/invitation-link.ts'
import { createCircle, holderOf, secretOf } from '#keys/testing/circle.ts'
import { membershipChangeOf } from '#relay/workspace/membership-changes.ts'
import { openSqliteStore } from '#relay/storage/sqlite/open-sqlite.ts'
import { NO_RECORD } from '#relay/storage/store.ts'
import { deriveClientId } from '#sync/document/client-ids.ts'
import { isCheckpointDue } from '#sync/checkpoint/checkpoint-due.ts'
import { advanceLog, noteCheckpoint, seenPlace, startOfLog } from '#sync/log/log-state.ts'
import { sealEntry } from '#sync/log/sealing.ts'
import { makeFiveYears, momentOf, SITTINGS } from './five-years.ts'

const DAY_MS = 86_400_000
type Item = Uint8Array<ArrayBuffer>

/** Writes it into `folder`, for a relay that starts on it. The link invites one more editor. */
export const storeFiveYears = async (folder: string, appUrl: string, now: number) => {
  const circle = await createCircle('worker')
  const worker = await holderOf('worker')
  const chain = circle.chain()
  const { workspace } = chain
  const salts = Array.from({ length: SITTINGS }, (_, n) =>
    new Uint8Array(SALT_BYTES).fill(1).map((one, at) => (n >> (8 * at)) + one),
  )
  const sittings = salts.map((): Uint8Array[] => [])
  makeFiveYears(now, {
    clientOf: (sitting) => deriveClientId(workspace, worker.id, salts[sitting] ?? new Uint8Array(SALT_BYTES)),
    batch: (update, sitting) => void sittings[sitting]?.push(update),
  })
  const keys = await deriveEpochKeys(circle.secret(), workspace)
  const state = startOfLog(workspace)
  const seal = (type: 'update' | 'checkpoint', update: Uint8Array, used: readonly Item[], at: number) =>
    sealEntry(
      worker,
      keys,
      {
        type,
        workspace,
        epoch: currentEpoch(chain).number,
        author: worker.id,
        seen: seenPlace(state),
        lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
      },
      { salts: used, firstEdit: at, lastEdit: at, schema: 1, update: new Uint8Array(update) },
      (length) => crypto.getRandomValues(new Uint8Array(length)),
    )

  const { store } = await openSqliteStore(folder, now)
  const stored = { items: 0, bytes: 0 }
  const append = async (items: readonly Item[], receivedAt: number, before: Chain | null, after: Chain) => {
    const expectedRecord = before?.number ?? NO_RECORD
    const request = { workspace, expectedRecord, receivedAt, items, ...membershipChangeOf(before, after) }
    const [result] = await store.append([request])
    if (result?.ok !== true) throw new Error(`The store did not take it: ${result?.reason}`)
    stored.items += items.length
    stored.bytes += items.reduce((sum, { length }) => sum + length, 0)
  }
  const doc = new Y.Doc()
  for (const record of circle.records) advanceLog(state, record)
  await append(circle.records, momentOf(0, now), null, chain)
  for (const [sitting, updates] of sittings.entries()) {
    const at = momentOf(sitting, now)
    const items: Item[] = []
    for (const update of updates) {
      Y.applyUpdate(doc, update)
      const entry = await seal('update', update, salts.slice(sitting, sitting + 1), at)
      items.push(entry)
      advanceLog(state, entry)
      if (!isCheckpointDue(state.sinceCheckpoint, 0.5)) continue
      const checkpoint = await seal('checkpoint', Y.encodeStateAsUpdate(doc), [], at)
      items.push(checkpoint)
      advanceLog(state, checkpoint)
      noteCheckpoint(state, checkpoint)
    }
    await append(items, at, chain, chain)
  }
  await circle.invite('worker', 'for a colleague', { expiresAt: now + DAY_MS })
  await append(circle.records.slice(chain.number + 1), now, chain, circle.chain())
  await store.close()
  const link = { workspace, secret: secretOf('for a colleague'), needsCode: false, greeting: null }
  return { link: toInvitationUrl(appUrl, link), ...stored }
}
