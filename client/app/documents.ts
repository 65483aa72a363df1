/** The documents on this device, by their plan: opened into a Yjs document, written to beforehand, taken off. */
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc } from '#domain/plan-doc.ts'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device-database.ts'
import { createMemoryCopy, type LocalCopy, openLocalCopy, removeLocalCopy } from '#storage/local-copy.ts'
import { deriveClientId } from '#sync/client-ids.ts'
import type { Environment } from '#sync/environment.ts'

export type OpenedDocument = { ok: true; doc: PlanDoc; copy: LocalCopy } | { ok: false; reason: 'damaged' }

export type Documents = {
  open(id: WorkspaceId): Promise<OpenedDocument>
  close(id: WorkspaceId, doc: PlanDoc, copy: LocalCopy): Promise<void>
  /** Writes into a plan that is not open, under a clientID of this person. */
  write(id: WorkspaceId, person: PersonId, write: (doc: PlanDoc) => void): Promise<void>
  remove(id: WorkspaceId): Promise<void>
}

const nameOf = (id: WorkspaceId): string => `weef-plan-${id}`

/** `keeps` is false "only for now": then documents last as long as the page. */
export const createDocuments = (database: DeviceDatabase, environment: Environment, keeps: boolean): Documents => {
  const closed = new Map<WorkspaceId, Uint8Array>()

  const openInMemory = (id: WorkspaceId): OpenedDocument => {
    const doc = createPlanDoc()
    const bytes = closed.get(id)
    if (bytes !== undefined) Y.applyUpdate(doc, bytes)
    return { ok: true, doc, copy: createMemoryCopy() }
  }
  const open = async (id: WorkspaceId): Promise<OpenedDocument> => {
    if (!keeps) return openInMemory(id)
    const doc = createPlanDoc()
    const opened = await openLocalCopy(nameOf(id), doc)
    if (opened.ok) {
      const unkept = closed.get(id)
      if (unkept !== undefined) Y.applyUpdate(doc, unkept) // a full disk had refused it: now it may be kept
      return { ok: true, doc, copy: opened.copy }
    }
    doc.destroy()
    return opened.reason === 'damaged' ? { ok: false, reason: 'damaged' } : openInMemory(id)
  }
  const close = async (id: WorkspaceId, doc: PlanDoc, copy: LocalCopy): Promise<void> => {
    if ((await copy.flushed()) === 'saved') closed.delete(id)
    else closed.set(id, Y.encodeStateAsUpdate(doc))
    await copy.close()
    doc.destroy()
  }
  return {
    open,
    close,
    async write(id, person, write) {
      const opened = await open(id)
      if (!opened.ok) return
      const salt = environment.randomBytes(SALT_BYTES)
      await database.syncStore(id).addSalt(salt)
      opened.doc.clientID = deriveClientId(id, person, salt)
      write(opened.doc)
      await close(id, opened.doc, opened.copy)
    },
    async remove(id) {
      closed.delete(id)
      if (keeps) await removeLocalCopy(nameOf(id))
    },
  }
}
