/** The names of the documents' databases: of plans, of the home, and of the practice plans. */
import type { PracticeAs } from '#domain/plan/practice-id.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'

export const PRACTICE_DOCUMENTS: Readonly<Record<PracticeAs, string>> = {
  resident: 'weef-practice',
  worker: 'weef-practice-worker',
}
const DOCUMENTS = /^weef-/

export const toDocumentName = (id: WorkspaceId): string => `weef-plan-${id}`

/** Of plans that are in no list too, where the browser tells of them. */
export const findDocuments = async (plans: readonly WorkspaceId[]): Promise<ReadonlySet<string>> => {
  const all = typeof indexedDB.databases === 'function' ? await indexedDB.databases().catch(() => []) : []
  const found = all.flatMap(({ name }) => (name !== undefined && DOCUMENTS.test(name) ? [name] : []))
  return new Set([...found, ...plans.map(toDocumentName), ...Object.values(PRACTICE_DOCUMENTS)])
}
