/** One visit to the relay for what a new device begins with (S5): read up to the head, then hung up. */
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { KeyRing } from '#keys/key-ring.ts'
import { openConnection, type RelayAddress } from '../connection/connection.ts'
import type { Environment } from '../environment.ts'
import { type OpenedPreview, openPreview, type ServedItem } from './preview.ts'
import { createQueue } from '../session/queue.ts'

export type FetchOptions = {
  readonly workspace: WorkspaceId
  readonly holder: KeyHolder
  readonly relay: RelayAddress
  readonly environment: Environment
  /** With the keys of every record that was read when joining. */
  readonly ring: KeyRing
  /** Nobody waits for it any more. */
  readonly ended: AbortSignal
  /** One that does not open: whose it is, where their signature says so. */
  readonly bad: (author: PersonId | null, seq: number) => void
}

/** Whoever taps a link waits for it, in ms; the whole log comes after it anyway. */
const TIMEOUT_MS = 20_000
/** What is kept in memory of it, in bytes: the checkpoint and a thousand entries after it are far below. */
const MAX_BYTES = 16 * 1024 * 1024
/** Checkpoints that do not open, before the log is read without any. */
const MAX_TRIES = 3

/** `null`: not to be had. */
const fetchItems = (
  { workspace, holder, relay, environment, ended }: FetchOptions,
  before: number,
): Promise<readonly ServedItem[] | null> =>
  new Promise((resolve) => {
    const items: ServedItem[] = []
    let bytes = 0
    const finish = (result: readonly ServedItem[] | null): void => {
      stopTimer()
      ended.removeEventListener('abort', giveUp)
      connection.close()
      resolve(result)
    }
    const giveUp = (): void => finish(null)
    const connection = openConnection(relay, holder, environment, createQueue(giveUp), {
      hello: () => ({
        identity: { kind: 'person', person: holder.id },
        workspace,
        since: before,
        logHash: shortHash(firstLogHash(workspace)),
        start: 'checkpoint',
        root: null,
      }),
      frame(frame) {
        if (frame.type === 'live') return finish(items)
        if (frame.type !== 'items') return
        for (const [index, item] of frame.items.entries()) {
          bytes += item.bytes.length
          items.push({ seq: frame.firstSeq + index, bytes: item.bytes })
        }
        if (bytes > MAX_BYTES) finish(null)
      },
      closed: giveUp,
    })
    const stopTimer = environment.after(TIMEOUT_MS, giveUp)
    ended.addEventListener('abort', giveUp)
  })

/** The newest that opens. `null`: the log is read without one. */
export const fetchPreview = async (
  options: FetchOptions,
): Promise<Extract<OpenedPreview, { readonly ok: true }> | null> => {
  const { ended } = options
  let before = 0
  for (let tries = 0; tries < MAX_TRIES && !ended.aborted; tries++) {
    const items = await fetchItems(options, before)
    if (items === null) return null
    const opened = await openPreview(options.workspace, options.holder, items, before || Infinity, options.ring)
    if (opened.ok) return opened
    if (opened.reason === 'none') return null
    options.bad(opened.author, opened.before)
    before = opened.before
  }
  return null
}
