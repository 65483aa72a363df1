/** Subscriptions to what other processes append: on a notification, and by polling. */
import type { Pool } from 'pg'
import { parseWorkspaceId, toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { createDoorbell } from './postgres-doorbell.ts'
import { idBuffer, readHead, readItem } from './postgres-rows.ts'
import { createPresencePost, readPresences } from './presence-post.ts'
import { bytesIn, type Row } from '../rows.ts'
import type { Store, StoredItem, Subscriber } from '../store.ts'

/** Polling interval in ms, with a jitter of half: the delay of an item whose notification was lost. */
const LOOK_MS = 1_500
/**
 * Bounds of one query: workspaces asked for, and the items returned of each (a moment's typing of many people). More is
 * read in pages.
 */
const MAX_WORKSPACES = 200
const MAX_ITEMS = 100
const MAX_BYTES = 64 * 1024

/** How long presence is collected before it is sent, in ms: nobody sees whether a cursor is a quarter of a second late. */
const SHOW_MS = 250

const BEHIND = `
SELECT workspaces.id FROM unnest($1::bytea[], $2::integer[]) AS reached (id, head)
JOIN workspaces ON workspaces.id = reached.id WHERE workspaces.head > reached.head`
const NEWS = `
SELECT workspaces.id, head, log_hash, last_record, size, seq, received_at, bytes
FROM unnest($1::bytea[], $2::integer[], $3::bigint[]) AS reached (id, until, bytes_until)
JOIN workspaces ON workspaces.id = reached.id AND head > until
LEFT JOIN LATERAL (
  SELECT seq, received_at, bytes FROM items
  WHERE workspace = number AND seq > until AND head - until <= ${MAX_ITEMS} AND size - bytes_until <= ${MAX_BYTES}
  ORDER BY seq LIMIT ${MAX_ITEMS}
) AS fresh ON true
ORDER BY number, seq`

export type PostgresNews = {
  readonly subscribe: Store['subscribe']
  readonly show: Store['show']
  /** Notifies the other processes. */
  ring(workspaces: readonly WorkspaceId[]): void
  close(): Promise<void>
}

export const createPostgresNews = (pool: Pool, url: string, lookMs = LOOK_MS): PostgresNews => {
  const subscribers = new Map<WorkspaceId, Set<Subscriber>>()
  const rung = new Set<WorkspaceId>()
  let fetching = false
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const reached = (workspace: WorkspaceId) => {
    const heads = [...(subscribers.get(workspace) ?? [])].map((subscriber) => subscriber.reached())
    return heads.reduce((least, head) => (head.seq < least.seq ? head : least))
  }
  const tell = (rows: readonly Row[]): void => {
    const byId = Map.groupBy(rows, (row) => toWorkspaceId(bytesIn(row, 'id')))
    for (const [workspace, [first, ...more]] of byId) {
      if (first === undefined) continue
      const items: readonly StoredItem[] = first['seq'] === null ? [] : [first, ...more].map(readItem)
      const news = { head: readHead(first), items }
      for (const subscriber of subscribers.get(workspace) ?? []) subscriber.onNews(news)
    }
  }
  const fetchOnce = async (): Promise<void> => {
    const ids = [...rung].filter((id) => subscribers.has(id)).slice(0, MAX_WORKSPACES)
    if (ids.length === 0) rung.clear()
    for (const id of ids) rung.delete(id)
    if (ids.length === 0) return
    const heads = ids.map(reached)
    const values = [ids.map(idBuffer), heads.map(({ seq }) => seq), heads.map(({ bytes }) => bytes)]
    tell((await pool.query<Row>({ name: 'news', text: NEWS, values })).rows)
  }
  /** One query at a time: notifications meanwhile are answered together by the next. */
  const fetch = async (): Promise<void> => {
    if (fetching) return
    fetching = true
    try {
      while (rung.size > 0) await fetchOnce()
    } catch {
      // The next poll finds it.
    }
    fetching = false
  }
  const onRing = (ids: readonly string[]): void => {
    for (const id of ids.map(parseWorkspaceId)) if (id !== null && subscribers.has(id)) rung.add(id)
    void fetch()
  }
  const look = async (): Promise<void> => {
    const ids = [...subscribers.keys()]
    if (ids.length === 0) return
    const values = [ids.map(idBuffer), ids.map((id) => reached(id).seq)]
    const { rows } = await pool.query<Row>({ name: 'behind', text: BEHIND, values })
    for (const row of rows) rung.add(toWorkspaceId(bytesIn(row, 'id')))
    await fetch()
  }
  const lookNow = (): Promise<void> => look().catch(() => {}) // a server that does not answer: the next poll may succeed
  const lookLater = (): void => {
    if (!closed) timer = setTimeout(() => void lookNow().then(lookLater), lookMs * (0.5 + Math.random()))
  }
  const onPassed = (message: string): void => {
    for (const { workspace, presence } of readPresences(message))
      for (const subscriber of subscribers.get(workspace) ?? []) subscriber.onPresence(presence)
  }
  const bell = createDoorbell({ url, onRing, onPassed, onListening: () => void lookNow() })
  const post = createPresencePost()
  let posting: NodeJS.Timeout | undefined
  const passOn = (): void => {
    posting = undefined
    bell.pass(post.take())
  }
  lookLater()
  return {
    subscribe: (workspace, subscriber) => {
      const others = subscribers.get(workspace) ?? new Set()
      subscribers.set(workspace, others.add(subscriber))
      return () => {
        others.delete(subscriber)
        if (others.size === 0 && subscribers.get(workspace) === others) subscribers.delete(workspace)
      }
    },
    ring: bell.ring,
    show: (workspace, presence) => {
      post.add({ workspace, presence })
      if (!closed) posting ??= setTimeout(passOn, SHOW_MS)
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      clearTimeout(posting)
      subscribers.clear()
      await bell.close()
    },
  }
}
