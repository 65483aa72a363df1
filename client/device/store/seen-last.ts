/**
 * What was last seen of each plan's overview: painted while the plan itself is opened. It is kept once nothing has changed for a
 * moment; from a change until then nothing is, so that no word is painted that was taken out since.
 */
import type { SeenLastOverviews } from '#ports/seen-last.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { formatSeenLast } from '#storage/device/seen-last-text.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { Environment } from '#sync/environment.ts'

/** With what opens a plan: the list of plans paints none. */
const loadParser = () => import('#storage/document/seen-last.ts')

/** After this time without a change, in ms: the phone has nothing else to do. */
export const QUIET_MS = 1_500

type Options = {
  readonly environment: Pick<Environment, 'after'>
  database(): DeviceDatabase
  row(id: WorkspaceId): PlanRow | null
  keeps(): boolean
}
type Waiting = { readonly stopTimer: () => void; readonly keep: () => void }

export const createSeenLast = ({ environment, database, row, keeps }: Options): SeenLastOverviews => {
  const waiting = new Map<WorkspaceId, Waiting>()
  /** What stands on the disk is outdated, and was removed. */
  const removed = new Set<WorkspaceId>()
  const store = (id: WorkspaceId, text: string | null): void => {
    if (text === null) removed.add(id)
    else removed.delete(id)
    // It is worth no failure, because the plan itself is there; what was not removed is removed by the next change.
    void database()
      .keepSeenLast(id, text)
      .then(({ ok }) => ok || removed.delete(id))
  }
  const end = (id: WorkspaceId): Waiting | undefined => {
    const known = waiting.get(id)
    known?.stopTimer()
    waiting.delete(id)
    return known
  }
  return {
    async read(id) {
      const known = row(id)
      if (!keeps() || known === null || known.coming || (known.circle?.ended ?? null) !== null) return null
      try {
        const [{ parseSeenLast }, text] = await Promise.all([loadParser(), database().readSeenLast(id)])
        return parseSeenLast(text)
      } catch {
        return null
      }
    },
    keep(id, read, isChanged) {
      if (!keeps()) return
      if (isChanged && !removed.has(id)) store(id, null)
      end(id)
      const keep = (): void => {
        const seen = keeps() ? read() : null
        if (keeps()) store(id, seen && formatSeenLast(seen))
      }
      waiting.set(id, { keep, stopTimer: environment.after(QUIET_MS, () => end(id)?.keep()) })
    },
    keepNow: (id) => end(id)?.keep(),
  }
}
