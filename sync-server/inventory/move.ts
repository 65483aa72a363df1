/**
 * Moves a whole store into PostgreSQL: same numbers, hashes and times. A workspace is moved in one transaction, so an
 * interrupted move can be repeated.
 */
import type { ClientBase, Pool } from 'pg'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { idBytes } from '#shared/protocol/ids.ts'
import { withClient } from '../storage/postgres/postgres-pool.ts'
import { numberIn, type Row } from '../storage/rows.ts'
import type { Inventory, KeptItem, WorkspaceInfo } from './inventory.ts'

const ADD_WORKSPACE = `
INSERT INTO workspaces (id, head, log_hash, last_record, size) VALUES ($1, $2, $3, $4, $5) RETURNING number`
const ADD_ITEMS = `
INSERT INTO items (workspace, seq, received_at, kind, log_hash, bytes)
SELECT $1, * FROM unnest($2::integer[], $3::bigint[], $4::smallint[], $5::bytea[], $6::bytea[])`
const ADD_PEOPLE = 'INSERT INTO people (person, workspace) SELECT person, $1 FROM unnest($2::bytea[]) AS new (person)'
const ADD_WRONG_HELLOS = `
INSERT INTO wrong_hellos (workspace, locator, count) SELECT $1, * FROM unnest($2::bytea[], $3::integer[])`
/** In ms: the source is read between two pages, and a page of the largest items takes a slow disk some time. */
const PATIENCE_MS = 10 * 60_000

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)

const addItems = (client: ClientBase, number: number, items: readonly KeptItem[]) => {
  const statement = {
    text: ADD_ITEMS,
    query_timeout: PATIENCE_MS,
    values: [
      number,
      items.map(({ seq }) => seq),
      items.map(({ receivedAt }) => receivedAt),
      items.map(({ kind }) => kind),
      items.map(({ logHash }) => buffer(logHash)),
      items.map(({ bytes }) => buffer(bytes)),
    ],
  }
  return client.query(statement)
}

const moveOne = async (client: ClientBase, from: Inventory, info: WorkspaceInfo): Promise<void> => {
  const { workspace, seq, logHash, lastRecord, bytes } = info
  await client.query('BEGIN')
  await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${PATIENCE_MS}`)
  const head = [buffer(idBytes(workspace)), seq, buffer(logHash), lastRecord, bytes]
  const { rows } = await client.query<Row>(ADD_WORKSPACE, head)
  const number = numberIn(rows[0] ?? {}, 'number')
  for (
    let items = await from.items(workspace, 0);
    items.length > 0;
    items = await from.items(workspace, items.at(-1)?.seq ?? 0)
  )
    // prettier-ignore
    await addItems(client, number, items)
  await client.query(ADD_PEOPLE, [number, (await from.people(workspace)).map((person) => buffer(idBytes(person)))])
  const wrong = await from.wrongHellos(workspace)
  await client.query(ADD_WRONG_HELLOS, [
    number,
    wrong.map(({ locator }) => buffer(idBytes(locator))),
    wrong.map(({ count }) => count),
  ])
  await client.query('COMMIT')
}

export type MoveResult =
  | { readonly ok: true; readonly moved: number; readonly there: number }
  /** The target has this workspace with another log, or has one that the source lacks. */
  | { readonly ok: false; readonly workspace: WorkspaceInfo['workspace'] }

/** `to` must read the database of `pool`. Nothing is moved when the target has been written to. */
export const moveStore = async (from: Inventory, to: Inventory, pool: Pool): Promise<MoveResult> => {
  const here = new Map((await from.workspaces()).map((info) => [info.workspace, info]))
  const there = await to.workspaces()
  const other = there.find(({ workspace, logHash }) => {
    const ours = here.get(workspace)
    return ours === undefined || !equalBytes(ours.logHash, logHash)
  })
  if (other !== undefined) return { ok: false, workspace: other.workspace }
  for (const { workspace } of there) here.delete(workspace)
  for (const info of here.values()) await withClient(pool, (client) => moveOne(client, from, info))
  return { ok: true, moved: here.size, there: there.length }
}

const sameItem = (a: KeptItem, b: KeptItem | undefined): boolean =>
  a.seq === b?.seq &&
  a.receivedAt === b.receivedAt &&
  a.kind === b.kind &&
  equalBytes(a.logHash, b.logHash) &&
  equalBytes(a.bytes, b.bytes)

const sameLog = async (a: Inventory, b: Inventory, { workspace }: WorkspaceInfo): Promise<boolean> => {
  let after = 0
  for (;;) {
    const [one, other] = [await a.items(workspace, after), await b.items(workspace, after)]
    if (one.length !== other.length || !one.every((item, index) => sameItem(item, other[index]))) return false
    if (one.length === 0) return true
    after = one.at(-1)?.seq ?? after
  }
}
const inOrder = (values: readonly unknown[]): string =>
  values
    .map((value) => JSON.stringify(value))
    .toSorted()
    .join()

/** Compares item by item, and members too: the number of workspaces that differ. */
export const countDiffering = async (a: Inventory, b: Inventory): Promise<number> => {
  let differing = Math.abs((await a.totals()).workspaces - (await b.totals()).workspaces)
  for (const info of await a.workspaces()) {
    const { workspace } = info
    const same =
      (await sameLog(a, b, info)) &&
      inOrder(await a.people(workspace)) === inOrder(await b.people(workspace)) &&
      inOrder(await a.wrongHellos(workspace)) === inOrder(await b.wrongHellos(workspace))
    if (!same) differing += 1
  }
  return differing
}
