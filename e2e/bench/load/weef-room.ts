/** A workspace as our app makes it: real records, and edits that are really sealed and signed. */
import * as Y from 'yjs'
import { currentEpoch } from '#shared/chain/chain.ts'
import type { EntryHeader } from '#shared/protocol/entries.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { createCircle, holderOf } from '#keys/testing/circle.ts'
import { deriveClientId } from '#sync/document/client-ids.ts'
import { advanceLog, type LogState, seenPlace, startOfLog } from '#sync/log/log-state.ts'
import { sealEntry } from '#sync/log/sealing.ts'
import type { Bytes } from './socket.ts'

export type WeefRoom = {
  readonly workspace: WorkspaceId
  readonly people: readonly KeyHolder[]
  readonly numberOf: ReadonlyMap<PersonId, number>
  /** Root first. */
  readonly records: readonly Bytes[]
  /** The log so far, which the next sealed edit has seen. */
  readonly state: LogState
  seal(person: number, update: Bytes, change?: Partial<EntryHeader>, salt?: Bytes): Promise<Bytes>
}

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
/** One clientID salt per person, the same in every run. */
const saltOf = (person: number): Bytes => new Uint8Array(SALT_BYTES).fill(person + 1)

export const createWeefRoom = async (name: string, size: number): Promise<WeefRoom> => {
  const names = Array.from({ length: size }, (_, person) => `${name}.${person}`)
  const owner = `${name}.0`
  const circle = await createCircle(owner, name)
  for (const person of names.slice(1)) {
    const invitation = `for ${person.slice(name.length)}` // one key for all rooms: deriving it takes a millisecond
    await circle.invite(owner, invitation, { expiresAt: Number.MAX_SAFE_INTEGER })
    await circle.join(person, invitation)
  }
  if (size > 1) await circle.renew(owner) // as the first device that writes does after a join (R4)
  const people = await Promise.all(names.map(holderOf))
  const chain = circle.chain()
  const { workspace } = chain
  const keys = await deriveEpochKeys(circle.secret(), workspace)
  const state = startOfLog(workspace)
  for (const record of circle.records) advanceLog(state, record)
  return {
    workspace,
    people,
    numberOf: new Map(people.map(({ id }, person) => [id, person])),
    records: circle.records,
    state,
    seal: (person, update, change = {}, salt = saltOf(person)) => {
      const author = people[person]
      if (author === undefined) throw new Error('Nobody has this number.')
      const header: EntryHeader = {
        type: 'update',
        workspace,
        epoch: currentEpoch(chain).number,
        author: author.id,
        seen: seenPlace(state),
        lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
        ...change,
      }
      const now = Date.now()
      const salts = header.type === 'update' ? [salt] : []
      return sealEntry(author, keys, header, { salts, firstEdit: now, lastEdit: now, schema: 1, update }, random)
    },
  }
}

/** A person's typing, key by key, as updates of the app's documents. */
export const makeEdits = (room: WeefRoom, person: number, count: number): readonly Bytes[] => {
  const doc = new Y.Doc()
  const { id } = room.people[person] ?? {}
  if (id === undefined) throw new Error('Nobody has this number.')
  doc.clientID = deriveClientId(room.workspace, id, saltOf(person))
  const updates: Bytes[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(new Uint8Array(update)))
  const text = doc.getText('story')
  for (let key = 0; key < count; key += 1) text.insert(text.length, 'x')
  return updates
}
