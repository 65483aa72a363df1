/** A device that has nothing of the log begins with a checkpoint's copy of it, when there is one (S5, K2). */
import type { PersonId } from '#shared/protocol/ids.ts'
import type { RelayAddress } from '../connection/connection.ts'
import { decodeCursor } from '../log/cursor.ts'
import { fetchPreview } from './fetch-preview.ts'
import { applyAll } from '../session/pull.ts'
import { createReplay } from './replay.ts'
import type { SessionCore } from '../session/session-core.ts'

/**
 * Whoever made the workspace, or has read a part of the log already, needs none. Nor does whoever has a cursor that stands at
 * the start: it was put there because a checkpoint was false, and where nobody else has written the document does not show it.
 */
export const isNewHere = ({ follower, doc, own }: SessionCore, cursor: Uint8Array | null): boolean =>
  (cursor === null || decodeCursor(cursor)?.seq !== 0) &&
  follower.state.seq === 0 &&
  follower.state.preview === null &&
  [...doc.store.clients.keys()].every((client) => own.salts.has(client))

/** That it is only a preview is written down before it is in the document; where that is refused, the log alone is read. */
export const beginWithPreview = async (core: SessionCore, relay: RelayAddress, ended: AbortSignal): Promise<void> => {
  const { workspace, holder, environment, follower } = core
  const bad = (author: PersonId | null, seq: number): void =>
    core.alarm({ kind: 'bad-checkpoint', author, seq, lost: '', at: null, item: null })
  const found = await fetchPreview({ workspace, holder, relay, environment, ring: follower.ring(), ended, bad })
  if (found === null || ended.aborted) return
  follower.state.preview = found.preview
  core.replay = createReplay(found.preview)
  if (await core.keeper.flush()) applyAll(core, found.updates)
  else follower.state.preview = core.replay = null
  core.changed()
}
