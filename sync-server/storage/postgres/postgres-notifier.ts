/**
 * LISTEN and NOTIFY between the processes on one database: who has appended notifies the others about the workspaces
 * concerned. Uses a connection of its own, which reconnects by itself. A notification may be lost, so subscribers also
 * poll.
 */
import { Client, type Notification } from 'pg'
import { holdListeningLock, type RelayNumber } from './postgres-followers.ts'
import { connectionOptions } from './postgres-pool.ts'

/** The application name under which an administrator finds the connection in pg_stat_activity. */
const NAME = 'weef listening'
const APPENDED = 'weef'
const PRESENCE = 'weef_presence'
/** Ids of 22 characters and a comma: the payload of NOTIFY is limited to fewer than 8,000 bytes (manual: NOTIFY). */
const MAX_IDS = 300
/** Exponential backoff, in ms: at once after a single loss, and no storm on a server that comes back. */
const FIRST_RETRY_MS = 50
const MAX_RETRY_MS = 5_000

export type Notifier = {
  notify(ids: readonly string[]): void
  /** Messages of fewer than 7,950 characters each. */
  sendPresence(messages: readonly string[]): void
  close(): Promise<void>
}
export type NotifierOptions = {
  readonly url: string
  /** Identifies this process's own notifications, and its listening to the others. */
  readonly relay: RelayNumber
  readonly onNotified: (ids: readonly string[]) => void
  readonly onPresence: (message: string) => void
  /** It listens again; notifications in between were lost. */
  readonly onListening: () => void
}

/** PostgreSQL commits transactions with NOTIFY one by one; without waiting for the disk the queue is short. */
const LISTEN = `SET synchronous_commit = off; LISTEN ${APPENDED}; LISTEN ${PRESENCE}`
const NOTIFY = 'SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message'

export const createNotifier = ({ url, relay, onNotified, onPresence, onListening }: NotifierOptions): Notifier => {
  const sender = String(relay)
  const waiting = new Set<string>()
  let client: Client | null = null
  let isSending = false
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let failures = 0

  const onNotification = ({ channel, payload = '' }: Notification): void => {
    const end = payload.indexOf(',')
    if (payload.slice(0, end) === sender) return
    const message = payload.slice(end + 1)
    if (channel === APPENDED) onNotified(message.split(','))
    else onPresence(message)
  }
  const notify = (listener: Client, channel: string, messages: readonly string[]): Promise<unknown> => {
    const values = [channel, messages.map((message) => `${sender},${message}`)]
    return listener.query({ name: 'notify', text: NOTIFY, values }).catch(() => lose(listener))
  }
  const lose = (lost: Client): void => {
    if (client !== lost) return
    client = null
    lost.end().catch(() => {})
    if (closed) return
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, MAX_RETRY_MS)
    failures += 1
    retry = setTimeout(connect, delay * (0.5 + Math.random() / 2)) // jitter, so that processes do not reconnect together
  }
  const listen = async (fresh: Client): Promise<void> => {
    await fresh.connect()
    await fresh.query(`${LISTEN}; ${holdListeningLock(relay)}`)
    failures = 0
    onListening()
  }
  const connect = (): void => {
    const fresh = new Client({ ...connectionOptions(url), application_name: NAME })
    client = fresh
    fresh.on('error', () => lose(fresh))
    fresh.on('end', () => lose(fresh))
    fresh.on('notification', onNotification)
    listen(fresh).catch(() => lose(fresh))
  }
  /** One statement at a time: what is queued meanwhile is sent together. */
  const send = async (): Promise<void> => {
    const listener = client
    if (isSending || listener === null || waiting.size === 0) return
    isSending = true
    const ids = [...waiting]
    waiting.clear()
    const messages: string[] = []
    while (ids.length > 0) messages.push(ids.splice(0, MAX_IDS).join(','))
    await notify(listener, APPENDED, messages)
    isSending = false
    await send()
  }
  connect()
  return {
    notify: (ids) => {
      if (client === null) return // nobody can be notified; the others poll
      for (const id of ids) waiting.add(id)
      void send()
    },
    sendPresence: (messages) => {
      if (client !== null && messages.length > 0) void notify(client, PRESENCE, messages)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
