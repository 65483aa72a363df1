/**
 * Entries of workspaces whose heads are known, in one statement (P1). It locks their rows in the order in which every
 * transaction locks them, and advances those that end exactly where this process believes; the others have moved.
 */
import type { ClientBase } from 'pg'
import { itemKind } from '#shared/protocol/log.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { AppendRequest, AppendResult } from '../store.ts'
import { numberIn, type Row } from '../rows.ts'
import type { KnownHeads } from './known-heads.ts'
import { itemColumns, MAX_STATEMENT_BYTES, type Numbered, numberRequest, placeItems, selectItems, toResult } from './numbered.ts' // prettier-ignore
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
  RETURNING workspaces.number
), added AS (
  INSERT INTO items (workspace, seq, received_at, kind, log_hash, bytes)
  SELECT added.* FROM (${selectItems(7)}) AS added JOIN advanced ON number = workspace
)
SELECT number FROM advanced`

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

/** The results of those that it advanced. Nothing of the others is stored. */
export const advance = async (
  client: ClientBase,
  known: readonly Numbered[],
): Promise<ReadonlyMap<WorkspaceId, AppendResult>> => {
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
  const advanced = new Set(rows.map((row) => numberIn(row, 'number')))
  return new Map(
    known.flatMap((one) => (advanced.has(one.place.number) ? [[one.request.workspace, toResult(one)] as const] : [])),
  )
}
