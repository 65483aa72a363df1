/** Peers with a cursor in the story. Their presence is outside input: it is parsed into these shapes or left out. */
import { withoutIsolates } from '#domain/plan/names.ts'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { toLine } from '#domain/document/plain.ts'

/** A relative position in the story (Yjs); it survives insertions before it. */
export type RelativePosition = {
  readonly type: Id | null
  readonly tname: 'story' | null
  readonly item: Id | null
  readonly assoc: number
}
type Id = { readonly client: number; readonly clock: number }

/** `color` exists because y-tiptap warns about anything but six digits; the rendering uses `colour`, 0–5. */
export type CaretOwner = { readonly name: string; readonly colour: number; readonly color: '#000000' }
export type PeerState = {
  readonly user: CaretOwner
  readonly cursor: { readonly anchor: RelativePosition; readonly head: RelativePosition } | null
}

export type Writer = { readonly name: string; readonly colour: number }

/** `null`: it cannot be drawn, or its owner is unknown. */
export const parsePeer = (state: unknown, owner: Writer | null): PeerState | null => {
  const anchor = parsePlace(member(member(state, 'cursor'), 'anchor'))
  const head = parsePlace(member(member(state, 'cursor'), 'head'))
  const name = toLine(withoutIsolates(owner?.name ?? ''), NAME_LIMIT) // caret.css isolates it
  if (owner === null || name === null) return null
  return { user: toCaretOwner(name, owner.colour), cursor: anchor && head && { anchor, head } }
}

export const toCaretOwner = (name: string, colour: unknown): CaretOwner => ({
  name,
  colour: typeof colour === 'number' && [0, 1, 2, 3, 4, 5].includes(colour) ? colour : 0,
  color: '#000000',
})

const parsePlace = (place: unknown): RelativePosition | null => {
  const type = parseId(member(place, 'type'))
  const item = parseId(member(place, 'item'))
  const tname = member(place, 'tname') === 'story' ? 'story' : null // any other name would create a root of that name
  const assoc = member(place, 'assoc')
  if (type === null && item === null && tname === null) return null
  return { type, tname, item, assoc: typeof assoc === 'number' && assoc < 0 ? -1 : 0 }
}

const parseId = (id: unknown): Id | null => {
  const [client, clock] = [member(id, 'client'), member(id, 'clock')]
  return isCount(client) && isCount(clock) ? { client, clock } : null
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
