/** Subscriptions to what other processes append: on a notification, and by polling. */
import type { Pool } from 'pg'
import { parseWorkspaceId, toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { createFollowerMarks } from './follower-marks.ts'
import type { KnownHeads } from './known-heads.ts'
import { createNotifier } from './postgres-notifier.ts'
import type { Appended } from './numbered.ts'
import { drawRelayNumber } from './postgres-followers.ts'
import { idBuffer, readHead, readItem } from './postgres-rows.ts'
import { createPresenceOutbox, readPresences } from './presence-outbox.ts'
import { bytesIn, numberIn, type Row } from '../rows.ts'
import type { Store, StoredItem, Subscriber } from '../store.ts'

/** Polling interval in ms, with a jitter of half: the delay of an item whose notification was lost. */
const POLL_MS = 1_500
/**
 * Bounds of one query: workspaces asked for, and the items returned of each (a moment's typing of many people). More is
 * read in pages.
 */
const MAX_WORKSPACES = 200
const MAX_ITEMS = 100
const MAX_BYTES = 64 * 1024

/** How long presence is collected before it is sent, in ms: nobody sees whether a cursor is a quarter of a second late. */
const PRESENCE_DELAY_MS = 250

const SELECT_BEHIND = `
SELECT workspaces.id, workspaces.head > reached.head AS behind, $3 = ANY (followers) AS marked
FROM unnest($1::bytea[], $2::integer[]) AS reached (id, head) JOIN workspaces ON workspaces.id = reached.id
WHERE workspaces.head > reached.head OR $3 <> ALL (followers)`
const SELECT_APPENDED = `
SELECT workspaces.id, number, head, log_hash, last_record, size, seq, received_at, bytes
FROM unnest($1::bytea[], $2::integer[], $3::bigint[]) AS reached (id, until, bytes_until)
JOIN workspaces ON workspaces.id = reached.id AND head > until
LEFT JOIN LATERAL (
  SELECT seq, received_at, bytes FROM items
  WHERE workspace = number AND seq > until AND head - until <= ${MAX_ITEMS} AND size - bytes_until <= ${MAX_BYTES}
  ORDER BY seq LIMIT ${MAX_ITEMS}
) AS fresh ON true
ORDER BY number, seq`

export type PostgresSubscriptions = {
  readonly subscribe: Store['subscribe']
  readonly forwardPresence: Store['forwardPresence']
  /** Notifies the other processes of what they follow. */
  notify(appended: readonly Appended[]): void
  close(): Promise<void>
}

export const createPostgresSubscriptions = (
  pool: Pool,
  url: string,
  heads: KnownHeads,
  pollMs = POLL_MS,
): PostgresSubscriptions => {
  const subscribers = new Map<WorkspaceId, Set<Subscriber>>()
  const relay = drawRelayNumber()
  const notified = new Set<WorkspaceId>()
  let fetching = false
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const reached = (workspace: WorkspaceId) => {
    const all = [...(subscribers.get(workspace) ?? [])].map((subscriber) => subscriber.reached())
    return all.reduce((least, head) => (head.seq < least.seq ? head : least))
  }
  const tell = (rows: readonly Row[]): void => {
    const byId = Map.groupBy(rows, (row) => toWorkspaceId(bytesIn(row, 'id')))
    for (const [workspace, [first, ...more]] of byId) {
      if (first === undefined) continue
      const items: readonly StoredItem[] = first['seq'] === null ? [] : [first, ...more].map(readItem)
      const append = { head: readHead(first), items }
      heads.keep(workspace, { number: numberIn(first, 'number'), head: append.head })
      for (const subscriber of subscribers.get(workspace) ?? []) subscriber.onForeignAppend(append)
    }
  }
  const fetchOnce = async (): Promise<void> => {
    const ids = [...notified].filter((id) => subscribers.has(id)).slice(0, MAX_WORKSPACES)
    if (ids.length === 0) notified.clear()
    for (const id of ids) notified.delete(id)
    if (ids.length === 0) return
    const from = ids.map(reached)
    const values = [ids.map(idBuffer), from.map(({ seq }) => seq), from.map(({ bytes }) => bytes)]
    tell((await pool.query<Row>({ name: 'news', text: SELECT_APPENDED, values })).rows)
  }
  /** One query at a time: notifications meanwhile are answered together by the next. */
  const fetch = async (): Promise<void> => {
    if (fetching) return
    fetching = true
    try {
      while (notified.size > 0) await fetchOnce()
    } catch {
      // The next poll finds it.
    }
    fetching = false
  }
  const marks = createFollowerMarks({
    pool,
    relay,
    isFollowed: (workspace) => subscribers.has(workspace),
    onMarked: (all) => {
      for (const { workspace, seq } of all)
        if (subscribers.has(workspace) && seq > reached(workspace).seq) notified.add(workspace)
      void fetch()
    },
  })
  const onNotified = (ids: readonly string[]): void => {
    for (const id of ids.map(parseWorkspaceId)) {
      if (id === null) continue
      heads.forget(id)
      if (subscribers.has(id)) notified.add(id)
    }
    void fetch()
  }
  const poll = async (): Promise<void> => {
    const ids = [...subscribers.keys()]
    if (ids.length > 0) {
      const values = [ids.map(idBuffer), ids.map((id) => reached(id).seq), relay]
      const { rows } = await pool.query<Row>({ name: 'behind', text: SELECT_BEHIND, values })
      const found = rows.map((row) => ({ row, workspace: toWorkspaceId(bytesIn(row, 'id')) }))
      for (const { row, workspace } of found) if (row['behind'] === true) notified.add(workspace)
      marks.mark(found.filter(({ row }) => row['marked'] === false).map(({ workspace }) => workspace))
      await fetch()
    }
    await marks.tidy()
  }
  const pollNow = (): Promise<void> => poll().catch(() => {}) // a server that does not answer: the next poll may succeed
  const pollLater = (): void => {
    if (!closed) timer = setTimeout(() => void pollNow().then(pollLater), pollMs * (0.5 + Math.random()))
  }
  const onPresence = (message: string): void => {
    for (const { workspace, presence } of readPresences(message))
      for (const subscriber of subscribers.get(workspace) ?? []) subscriber.onPresence(presence)
  }
  /** The others may have dropped the marks while nothing was listening. */
  const onListening = (): void => {
    marks.mark(subscribers.keys())
    void pollNow()
  }
  const notifier = createNotifier({ url, relay, onNotified, onPresence, onListening })
  const outbox = createPresenceOutbox()
  let outboxTimer: NodeJS.Timeout | undefined
  const sendOutbox = (): void => {
    outboxTimer = undefined
    notifier.sendPresence(outbox.take())
  }
  pollLater()
  return {
    subscribe: (workspace, subscriber) => {
      const others = subscribers.get(workspace) ?? new Set()
      subscribers.set(workspace, others.add(subscriber))
      marks.mark([workspace])
      return () => {
        others.delete(subscriber)
        if (others.size === 0 && subscribers.get(workspace) === others) subscribers.delete(workspace)
      }
    },
    notify: (appended) => {
      const workspaces = marks.followedElsewhere(appended)
      if (workspaces.length > 0) notifier.notify(workspaces)
    },
    forwardPresence: (workspace, presence) => {
      outbox.add({ workspace, presence })
      if (!closed) outboxTimer ??= setTimeout(sendOutbox, PRESENCE_DELAY_MS)
    },
    close: async () => {
      closed = true
      marks.close()
      clearTimeout(timer)
      clearTimeout(outboxTimer)
      subscribers.clear()
      await notifier.close()
    },
  }
}
