/**
 * The log of a plan of five years as a relay stores it: sealed and signed by the worker, with the checkpoints that the app
 * would have written.
 */
import * as Y from 'yjs'
import { currentEpoch } from '#shared/chain/chain.ts'
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
import { makeFiveYears, SITTINGS } from './five-years.ts'

const DAY_MS = 86_400_000
type Written = { readonly update: Uint8Array; readonly sitting: number }

/** Writes it into `folder`, for a relay that starts on it. The link invites one more editor. */
export const storeFiveYears = async (folder: string, appUrl: string, now: number) => {
  const circle = await createCircle('worker')
  const worker = await holderOf('worker')
  const { workspace } = circle.chain()
  const salts = Array.from({ length: SITTINGS }, (_, n) =>
    new Uint8Array(SALT_BYTES).fill(1).map((one, at) => (n >> (8 * at)) + one),
  )
  const written: Written[] = []
  makeFiveYears(now, {
    clientOf: (sitting) => deriveClientId(workspace, worker.id, salts[sitting] ?? new Uint8Array(SALT_BYTES)),
    batch: (update, sitting) => void written.push({ update, sitting }),
  })
  await circle.invite('worker', 'for a colleague', { expiresAt: now + DAY_MS })
  const chain = circle.chain()
  const keys = await deriveEpochKeys(circle.secret(), workspace)
  const state = startOfLog(workspace)
  const items: Uint8Array<ArrayBuffer>[] = []
  const append = (item: Uint8Array<ArrayBuffer>): void => {
    items.push(item)
    advanceLog(state, item)
  }
  const seal = (type: 'update' | 'checkpoint', update: Uint8Array, used: readonly Uint8Array<ArrayBuffer>[]) =>
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
      { salts: used, firstEdit: now, lastEdit: now, schema: 1, update: new Uint8Array(update) },
      (length) => crypto.getRandomValues(new Uint8Array(length)),
    )
  const doc = new Y.Doc()
  circle.records.forEach(append)
  for (const { update, sitting } of written) {
    Y.applyUpdate(doc, update)
    append(await seal('update', update, salts.slice(sitting, sitting + 1)))
    if (!isCheckpointDue(state.sinceCheckpoint, 0.5)) continue
    const checkpoint = await seal('checkpoint', Y.encodeStateAsUpdate(doc), [])
    append(checkpoint)
    noteCheckpoint(state, checkpoint)
  }
  const { store } = await openSqliteStore(folder, now)
  const request = { workspace, expectedRecord: NO_RECORD, receivedAt: now, items, ...membershipChangeOf(null, chain) }
  await store.append([request])
  await store.close()
  return {
    link: toInvitationUrl(appUrl, { workspace, secret: secretOf('for a colleague'), needsCode: false, greeting: null }),
    items: items.length,
    bytes: items.reduce((sum, { length }) => sum + length, 0),
  }
}
