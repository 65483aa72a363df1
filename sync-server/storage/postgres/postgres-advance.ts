/**
 * Entries of workspaces whose heads are known, in one statement (P1). It locks their rows in the order in which every
 * transaction locks them, and advances those that end exactly where this process believes; the others have moved.
 */
import type { ClientBase } from 'pg'
import { itemKind } from '#shared/protocol/log.ts'
import type { AppendRequest } from '../store.ts'
import { numberIn, type Row } from '../rows.ts'
import type { KnownHeads } from './known-heads.ts'
import { type Appended, itemColumns, MAX_STATEMENT_BYTES, type Numbered, numberRequest, placeItems, selectItems, stored } from './numbered.ts' // prettier-ignore
import { followersIn } from './postgres-followers.ts'
import { toBuffer } from './postgres-rows.ts'

/**
 * The log hash stands for every item, so also for the head's number and the last record; the size tells an erasure, which
 * leaves the hash as it is.
 */
const ADVANCE = `
WITH locked AS (
  SELECT number, log_hash, size FROM workspaces WHERE number = ANY ($1::bigint[]) ORDER BY id FOR UPDATE
), advanced AS (
  UPDATE workspaces SET head = new.head, log_hash = new.log_hash, size = new.size
  FROM locked JOIN unnest($1::bigint[], $2::bytea[], $3::bigint[], $4::integer[], $5::bytea[], $6::bigint[])
    AS new (number, known_hash, known_size, head, log_hash, size)
    ON locked.number = new.number AND locked.log_hash = new.known_hash AND locked.size = new.known_size
  WHERE workspaces.number = locked.number
  RETURNING workspaces.number, workspaces.followers
), added AS (
  INSERT INTO items (workspace, seq, received_at, kind, log_hash, bytes)
  SELECT added.* FROM (${selectItems(7)}) AS added JOIN advanced ON number = workspace
)
SELECT number, followers FROM advanced`

const isPlain = ({ joined, ended, items }: AppendRequest): boolean =>
  joined.length === 0 && ended.length === 0 && items.every((item) => itemKind(item) === 'entry')

/** Numbers what can be advanced, as much as one statement holds; what is left out goes the long way. */
export const numberKnown = (heads: KnownHeads, requests: readonly AppendRequest[]): readonly Numbered[] => {
  let bytes = 0
  return requests.flatMap((request) => {
    const numbered = isPlain(request) ? numberRequest(heads.find(request.workspace), request) : null
    if (numbered === null) return []
    const { head, place } = numbered
    bytes += head.bytes - place.head.bytes
    return bytes > MAX_STATEMENT_BYTES ? [] : [numbered]
  })
}

/** What it advanced. Nothing of the others is stored. */
export const advance = async (client: ClientBase, known: readonly Numbered[]): Promise<readonly Appended[]> => {
  const heads = [
    known.map(({ place }) => place.number),
    known.map(({ place }) => toBuffer(place.head.logHash)),
    known.map(({ place }) => place.head.bytes),
    known.map(({ head }) => head.seq),
    known.map(({ head }) => toBuffer(head.logHash)),
    known.map(({ head }) => head.bytes),
  ]
  const values = [...heads, ...itemColumns(placeItems(known))]
  const { rows } = await client.query<Row>({ name: 'advance', text: ADVANCE, values })
  const advanced = new Map(rows.map((row) => [numberIn(row, 'number'), followersIn(row)]))
  return known.flatMap((one) => {
    const followers = advanced.get(one.place.number)
    return followers === undefined ? [] : [stored(one, followers)]
  })
}
