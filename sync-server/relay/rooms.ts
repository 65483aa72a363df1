/** The workspaces in memory: those with somebody connected, and some that lately had. */
import type { Identity } from '#shared/protocol/app-frames.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { NO_RECORD } from '../storage/store.ts'
import { createWorkspace, type Workspace, type WorkspaceContext } from '../workspace/workspace.ts'
import { membershipChangeOf } from '../workspace/membership-changes.ts'
import { IDLE_ROOMS } from '../workspace/limits.ts'
import { readRecords, type RecordLog } from '../workspace/record-log.ts'

export type Rooms = {
  /** `null`: no such workspace. The caller calls `release` once. One id never has two instances. */
  take(id: WorkspaceId): Promise<{ readonly workspace: Workspace; release(): void } | null>
  /**
   * Reads the root record of a new workspace by this very person: the key that it names, and how to create the workspace
   * with it.
   */
  readRoot(id: WorkspaceId, identity: Identity, root: Uint8Array<ArrayBuffer>): Promise<NewWorkspace | null>
  size(): number
}
type NewWorkspace = { readonly key: Uint8Array<ArrayBuffer>; begin(): Promise<void> }
type Room = { readonly loaded: Promise<Workspace | null>; users: number }

export const createRooms = (context: WorkspaceContext): Rooms => {
  const { store } = context
  /** Least recently used first. */
  const rooms = new Map<WorkspaceId, Room>()

  const forget = (id: WorkspaceId, room: Room): void => {
    if (rooms.get(id) === room) rooms.delete(id)
  }
  const load = async (id: WorkspaceId, room: () => Room): Promise<Workspace | null> => {
    const found = await store.head(id)
    if (found === null) return null
    let records: RecordLog | null = null
    for await (const read of readRecords(store, id, null, found.seq)) records = read
    if (records === null) throw new Error('The store holds a workspace without a root.')
    if (records.chain.closed) await store.eraseEntries(id) // the process may have ended between the close and the erasure
    const head = (records.chain.closed ? await store.head(id) : null) ?? found
    return createWorkspace({ ...context, id, records, head, onFailed: () => forget(id, room()) })
  }
  const forgetSome = async (): Promise<void> => {
    for (const [id, room] of rooms) {
      if (rooms.size <= IDLE_ROOMS) return
      const workspace = room.users === 0 ? await room.loaded : null
      if (workspace?.isIdle() === true && room.users === 0) forget(id, room)
    }
  }
  const take: Rooms['take'] = async (id) => {
    const found = rooms.get(id)
    const room: Room = found ?? { loaded: load(id, () => room), users: 0 }
    rooms.delete(id)
    rooms.set(id, room)
    room.users += 1
    const release = (): void => {
      room.users -= 1
      context.activity.run(forgetSome, context.report)
    }
    try {
      const workspace = await room.loaded
      if (found !== undefined) await workspace?.catchUp() // another relay may have admitted this person
      if (found !== undefined && rooms.get(id) !== room) return await take(id) // it has been removed meanwhile, for example erased by an administrator: look again
      if (workspace !== null) return { workspace, release }
    } catch (error) {
      forget(id, room)
      throw error
    }
    forget(id, room)
    return found === undefined ? null : take(id) // somebody else looked before it was created: look again
  }
  const readRoot: Rooms['readRoot'] = async (id, identity, root) => {
    const made = await extendChain(null, root)
    if (!made.ok || made.chain.workspace !== id || identity.kind !== 'person') return null
    const key = made.chain.members.get(identity.person)?.keys.sign
    if (key === undefined) return null
    const begin = async (): Promise<void> => {
      const request = { workspace: id, expectedRecord: NO_RECORD, receivedAt: context.now(), items: [root] }
      const [result] = await store.append([{ ...request, ...membershipChangeOf(null, made.chain) }])
      // `moved`: it exists already, which is just as good.
      if (result?.ok === false && result.reason === 'full') throw new Error('The disk is full.')
    }
    return { key, begin }
  }
  return { take, readRoot, size: () => rooms.size }
}
