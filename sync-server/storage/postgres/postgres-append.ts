/**
 * One transaction for a whole batch (S3). It locks the heads of all workspaces concerned, in the same order in every
 * process, so that several processes number without gaps and cannot deadlock. Two round trips and the commit.
 */
import type { ClientBase, Pool, QueryConfig } from 'pg'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'
import { type NumberedItem, numberItems } from '../numbering.ts'
import { codeOf, settleAll, withClient } from './postgres-pool.ts'
import { idBuffer, readHead, toBuffer } from './postgres-rows.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import { type AppendRequest, type AppendResult, type Head, NO_RECORD } from '../store.ts'

type Statement = QueryConfig<unknown[]>
type Place = { readonly number: number; readonly head: Head }
/** Error code (Appendix A of PostgreSQL's manual). */
const DISK_FULL = '53100'

type Numbered = {
  readonly place: Place
  readonly request: AppendRequest
  readonly items: readonly NumberedItem[]
  readonly head: Head
}

/** Bytes of items in one statement: PostgreSQL takes 1 GB, and makes a copy or two while it works. */
const MAX_STATEMENT_BYTES = 32 * 1024 * 1024

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED'
/** Of two concurrent inserts, the second finds the first one's row once that is committed. */
const BEGIN_WORKSPACES = `
INSERT INTO workspaces (id, head, log_hash, last_record, size)
SELECT id, 0, log_hash, ${NO_RECORD}, 0 FROM unnest($1::bytea[], $2::bytea[]) AS new (id, log_hash) ORDER BY id
ON CONFLICT (id) DO NOTHING`
const LOCK_HEADS = `
SELECT number, id, head, log_hash, last_record, size FROM workspaces WHERE id = ANY ($1::bytea[]) ORDER BY id FOR UPDATE`
/**
 * All bytes are one parameter, which the driver sends as it is; it would encode an array's elements as two hex digits per
 * byte.
 */
const ADD_ITEMS = `
INSERT INTO items (workspace, seq, received_at, kind, log_hash, bytes)
SELECT workspace, seq, received_at, kind,
  substring($7::bytea FROM (place::integer - 1) * ${SHORT_HASH_BYTES} + 1 FOR ${SHORT_HASH_BYTES}),
  substring($8::bytea FROM first FOR length)
FROM unnest($1::bigint[], $2::integer[], $3::bigint[], $4::smallint[], $5::integer[], $6::integer[])
  WITH ORDINALITY AS new (workspace, seq, received_at, kind, first, length, place)`
const MOVE_HEADS = `
UPDATE workspaces SET head = new.head, log_hash = new.log_hash, last_record = new.last_record, size = new.size
FROM unnest($1::bigint[], $2::integer[], $3::bytea[], $4::integer[], $5::bigint[])
  AS new (number, head, log_hash, last_record, size)
WHERE workspaces.number = new.number`
const ADD_PEOPLE = `
INSERT INTO people (person, workspace) SELECT * FROM unnest($1::bytea[], $2::bigint[]) ON CONFLICT DO NOTHING`
const END_PEOPLE = `
DELETE FROM people USING unnest($1::bytea[], $2::bigint[]) AS ended (person, workspace)
WHERE people.person = ended.person AND people.workspace = ended.workspace`

/** Heads of all workspaces that exist, locked until the transaction ends; new ones have been inserted by now. */
const lockHeads = async (
  client: ClientBase,
  requests: readonly AppendRequest[],
): Promise<ReadonlyMap<WorkspaceId, Place>> => {
  const created = requests
    .filter(({ expectedRecord }) => expectedRecord === NO_RECORD)
    .map(({ workspace }) => workspace)
  const statements: Statement[] = [
    { name: 'lock heads', text: LOCK_HEADS, values: [requests.map(({ workspace }) => idBuffer(workspace))] },
  ]
  if (created.length > 0) {
    const values = [created.map(idBuffer), created.map((workspace) => toBuffer(firstLogHash(workspace)))]
    statements.unshift({ name: 'begin workspaces', text: BEGIN_WORKSPACES, values })
  }
  const results = await settleAll([client.query(BEGIN), ...statements.map((one) => client.query<Row>(one))])
  return new Map(
    results.at(-1)?.rows.map((row) => {
      const place = { number: numberIn(row, 'number'), head: readHead(row) }
      return [toWorkspaceId(bytesIn(row, 'id')), place]
    }),
  )
}

/** `null`: the workspace is unknown, or its last record differs from the expected one. */
const numberRequest = (place: Place | undefined, request: AppendRequest): Numbered | null =>
  place?.head.lastRecord === request.expectedRecord ? { place, request, ...numberItems(place.head, request) } : null

type PlacedItem = NumberedItem & { readonly workspace: number }
const addItems = (items: readonly PlacedItem[]): Statement => {
  let next = 1
  const firsts = items.map(({ bytes }) => {
    const first = next
    next += bytes.length
    return first
  })
  return {
    name: 'add items',
    text: ADD_ITEMS,
    values: [
      items.map(({ workspace }) => workspace),
      items.map(({ seq }) => seq),
      items.map(({ receivedAt }) => receivedAt),
      items.map(({ kind }) => kind),
      firsts,
      items.map(({ bytes }) => bytes.length),
      Buffer.concat(items.map(({ logHash }) => shortHash(logHash))),
      Buffer.concat(items.map(({ bytes }) => bytes)),
    ],
  }
}
const inStatements = (items: readonly PlacedItem[]): readonly Statement[] => {
  const runs: PlacedItem[][] = []
  let room = 0
  for (const item of items) {
    room -= item.bytes.length
    if (room < 0) runs.push([])
    if (room < 0) room = MAX_STATEMENT_BYTES - item.bytes.length
    runs.at(-1)?.push(item)
  }
  return runs.map(addItems)
}
const moveHeads = (all: readonly Numbered[]): Statement => ({
  name: 'move heads',
  text: MOVE_HEADS,
  values: [
    all.map(({ place }) => place.number),
    all.map(({ head }) => head.seq),
    all.map(({ head }) => toBuffer(head.logHash)),
    all.map(({ head }) => head.lastRecord),
    all.map(({ head }) => head.bytes),
  ],
})
const movePeople = (all: readonly Numbered[], who: 'joined' | 'ended', text: string): readonly Statement[] => {
  const people = all.flatMap(({ place, request }) => request[who].map((person) => ({ person, number: place.number })))
  if (people.length === 0) return []
  return [
    { name: who, text, values: [people.map(({ person }) => idBuffer(person)), people.map(({ number }) => number)] },
  ]
}

const appendIn = async (client: ClientBase, requests: readonly AppendRequest[]): Promise<readonly AppendResult[]> => {
  const places = await lockHeads(client, requests)
  const numbered = requests.map((request) => numberRequest(places.get(request.workspace), request))
  const kept = numbered.filter((one) => one !== null)
  const items = kept.flatMap((one) => one.items.map((item) => ({ ...item, workspace: one.place.number })))
  const statements = [
    ...inStatements(items),
    ...(kept.length === 0 ? [] : [moveHeads(kept)]),
    ...movePeople(kept, 'joined', ADD_PEOPLE),
    ...movePeople(kept, 'ended', END_PEOPLE),
  ]
  await settleAll([...statements.map((one) => client.query(one)), client.query('COMMIT')]) // rejects with them
  return numbered.map((one) =>
    one === null ? { ok: false, reason: 'moved' } : { ok: true, firstSeq: one.place.head.seq + 1, head: one.head },
  )
}

export const appendBatch = async (pool: Pool, requests: readonly AppendRequest[]): Promise<readonly AppendResult[]> => {
  try {
    return await withClient(pool, (client) => appendIn(client, requests))
  } catch (error) {
    if (codeOf(error) === DISK_FULL) return requests.map(() => ({ ok: false, reason: 'full' }))
    throw error
  }
}
