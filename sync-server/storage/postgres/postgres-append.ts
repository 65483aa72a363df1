/**
 * One transaction for a whole batch (S3). It locks the heads of all workspaces concerned, in the same order in every
 * process, so that several processes number without gaps and cannot deadlock. Two round trips and the commit.
 */
import type { ClientBase, Pool, QueryConfig } from 'pg'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash } from '#shared/protocol/log.ts'
import { codeOf, settleAll, withClient } from './postgres-pool.ts'
import type { KnownHeads, Place } from './known-heads.ts'
import { type Appended, itemColumns, MAX_STATEMENT_BYTES, notStored, type Numbered, numberRequest, placeItems, type PlacedItem, selectItems, stored } from './numbered.ts' // prettier-ignore
import { advance, numberKnown } from './postgres-advance.ts'
import { followersIn, type RelayNumber } from './postgres-followers.ts'
import { idBuffer, readHead, toBuffer } from './postgres-rows.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import { type AppendRequest, NO_RECORD } from '../store.ts'

type Statement = QueryConfig<unknown[]>
type Locked = Place & { readonly followers: readonly RelayNumber[] }
/** Error code (Appendix A of PostgreSQL's manual). */
const DISK_FULL = '53100'

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED'
/** Of two concurrent inserts, the second finds the first one's row once that is committed. */
const BEGIN_WORKSPACES = `
INSERT INTO workspaces (id, head, log_hash, last_record, size)
SELECT id, 0, log_hash, ${NO_RECORD}, 0 FROM unnest($1::bytea[], $2::bytea[]) AS new (id, log_hash) ORDER BY id
ON CONFLICT (id) DO NOTHING`
const LOCK_HEADS = `
SELECT number, id, head, log_hash, last_record, size, followers FROM workspaces
WHERE id = ANY ($1::bytea[]) ORDER BY id FOR UPDATE`
const ADD_ITEMS = `
INSERT INTO items (workspace, seq, received_at, kind, log_hash, bytes) ${selectItems(1)}`
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
): Promise<ReadonlyMap<WorkspaceId, Locked>> => {
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
      const place = { number: numberIn(row, 'number'), head: readHead(row), followers: followersIn(row) }
      return [toWorkspaceId(bytesIn(row, 'id')), place]
    }),
  )
}

const addItems = (items: readonly PlacedItem[]): Statement => ({
  name: 'add items',
  text: ADD_ITEMS,
  values: [...itemColumns(items)],
})
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

const appendIn = async (
  client: ClientBase,
  requests: readonly AppendRequest[],
  heads: KnownHeads,
): Promise<readonly Appended[]> => {
  const places = await lockHeads(client, requests)
  const numbered = requests.map((request) => numberRequest(places.get(request.workspace), request))
  const kept = numbered.filter((one) => one !== null)
  const statements = [
    ...inStatements(placeItems(kept)),
    ...(kept.length === 0 ? [] : [moveHeads(kept)]),
    ...movePeople(kept, 'joined', ADD_PEOPLE),
    ...movePeople(kept, 'ended', END_PEOPLE),
  ]
  await settleAll([...statements.map((one) => client.query(one)), client.query('COMMIT')]) // rejects with them
  for (const { request, place, head } of kept) heads.keep(request.workspace, { number: place.number, head })
  return requests.map((request, at) => {
    const one = numbered[at] ?? null
    return one === null ? notStored(request, 'moved') : stored(one, places.get(request.workspace)?.followers ?? [])
  })
}

/** A full disk refuses all of `requests`, of which nothing is stored then. */
const unlessFull = async (
  requests: readonly AppendRequest[],
  work: () => Promise<readonly Appended[]>,
): Promise<readonly Appended[]> => {
  try {
    return requests.length === 0 ? [] : await work()
  } catch (error) {
    if (codeOf(error) !== DISK_FULL) throw error
    return requests.map((request) => notStored(request, 'full'))
  }
}

/**
 * What is known to be plain goes in one statement; what is not, and what has moved, in one transaction after it. In any
 * order.
 */
export const appendBatch = async (
  pool: Pool,
  requests: readonly AppendRequest[],
  heads: KnownHeads,
): Promise<readonly Appended[]> => {
  const known = numberKnown(heads, requests)
  for (const { workspace } of requests) heads.forget(workspace) // until it is known where they end now
  const plain = known.map(({ request }) => request)
  const quick = await unlessFull(plain, () => withClient(pool, (client) => advance(client, known)))
  const done = new Map(quick.map(({ workspace, result }) => [workspace, result.ok]))
  for (const { request, place, head } of known)
    if (done.get(request.workspace) === true) heads.keep(request.workspace, { number: place.number, head })
  const left = requests.filter(({ workspace }) => !done.has(workspace))
  const slow = await unlessFull(left, () => withClient(pool, (client) => appendIn(client, left, heads)))
  return [...quick, ...slow]
}
