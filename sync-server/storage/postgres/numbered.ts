/** Requests numbered after a head, and their items as the columns of one statement. Asks no database. */
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { type NumberedItem, numberItems } from '../numbering.ts'
import type { AppendRequest, AppendResult, Head } from '../store.ts'
import type { Place } from './known-heads.ts'
import type { RelayNumber } from './postgres-followers.ts'

export type Numbered = {
  readonly place: Place
  readonly request: AppendRequest
  readonly items: readonly NumberedItem[]
  readonly head: Head
}
export type PlacedItem = NumberedItem & { readonly workspace: number }

/** Bytes of items in one statement: PostgreSQL takes 1 GB, and makes a copy or two while it works. */
export const MAX_STATEMENT_BYTES = 32 * 1024 * 1024

/** `null`: the workspace is unknown, or its last record differs from the expected one. */
export const numberRequest = (place: Place | null | undefined, request: AppendRequest): Numbered | null =>
  place?.head.lastRecord === request.expectedRecord ? { place, request, ...numberItems(place.head, request) } : null

/** What became of a request. */
export type Appended = {
  readonly workspace: WorkspaceId
  readonly result: AppendResult
  /** Relays that followed the workspace when it was appended to; none of what was not stored. */
  readonly followers: readonly RelayNumber[]
}
export const notStored = ({ workspace }: AppendRequest, reason: 'moved' | 'full'): Appended => ({
  workspace,
  result: { ok: false, reason },
  followers: [],
})
export const stored = ({ request, place, head }: Numbered, followers: readonly RelayNumber[]): Appended => ({
  workspace: request.workspace,
  result: { ok: true, firstSeq: place.head.seq + 1, head },
  followers,
})

export const placeItems = (all: readonly Numbered[]): readonly PlacedItem[] =>
  all.flatMap(({ items, place }) => items.map((item) => ({ ...item, workspace: place.number })))

/**
 * The rows of `items`, from the eight parameters of `itemColumns` that begin at `$first`. All bytes are one parameter, which
 * the driver sends as it is; it would encode an array's elements as two hex digits per byte.
 */
export const selectItems = (first: number): string => {
  const [hashes, bytes] = [first + 6, first + 7]
  const types = ['bigint', 'integer', 'bigint', 'smallint', 'integer', 'integer']
  return `
SELECT workspace, seq, received_at, kind,
  substring($${hashes}::bytea FROM (place::integer - 1) * ${SHORT_HASH_BYTES} + 1 FOR ${SHORT_HASH_BYTES}),
  substring($${bytes}::bytea FROM first FOR length)
FROM unnest(${types.map((type, at) => `$${first + at}::${type}[]`).join(', ')})
  WITH ORDINALITY AS new (workspace, seq, received_at, kind, first, length, place)`
}
export const itemColumns = (items: readonly PlacedItem[]): readonly unknown[] => {
  let next = 1
  const firsts = items.map(({ bytes }) => {
    const first = next
    next += bytes.length
    return first
  })
  return [
    items.map(({ workspace }) => workspace),
    items.map(({ seq }) => seq),
    items.map(({ receivedAt }) => receivedAt),
    items.map(({ kind }) => kind),
    firsts,
    items.map(({ bytes }) => bytes.length),
    Buffer.concat(items.map(({ logHash }) => shortHash(logHash))),
    Buffer.concat(items.map(({ bytes }) => bytes)),
  ]
}
