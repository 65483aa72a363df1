/** What was last seen of each plan's overview, for screens: plain words, in the language in which they were seen. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { SeenLast } from '#storage/document/seen-last.ts'

export type { SeenLast }

export type SeenLastOverviews = {
  /** `null`: none, or none that may be shown. Never rejects. */
  read(id: WorkspaceId): Promise<SeenLast | null>
  /**
   * Keeps what `read` gives once nothing has changed for a moment; `null`: nothing is to be kept. `isChanged`: what is kept holds no
   * more, and goes at once.
   */
  keep(id: WorkspaceId, read: () => SeenLast | null, isChanged: boolean): void
  /** Does not wait any longer: the plan is being left. */
  keepNow(id: WorkspaceId): void
}
