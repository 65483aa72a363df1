/**
 * A bell between the processes on one database: who has appended rings it for the workspaces concerned. On a connection of
 * its own, which comes back by itself. A ring may be lost; whoever listens also looks now and then.
 */
import { Client, type Notification } from 'pg'
import { connectionOptions } from './postgres-pool.ts'

/** By which an administrator finds the connection in pg_stat_activity. */
const NAME = 'weef listening'
const NEWS = 'weef'
const PRESENCE = 'weef_presence'
/** Ids of 22 characters and a comma: PostgreSQL takes fewer than 8,000 bytes at once (manual: NOTIFY). */
const MAX_IDS = 300
/** Both in ms: at once after a single loss, and no storm on a server that comes back. */
const FIRST_RETRY_MS = 50
const MAX_RETRY_MS = 5_000

export type Doorbell = {
  ring(ids: readonly string[]): void
  /** Messages of fewer than 7,950 characters. */
  pass(messages: readonly string[]): void
  close(): Promise<void>
}
export type DoorbellOptions = {
  readonly url: string
  readonly onRing: (ids: readonly string[]) => void
  readonly onPassed: (message: string) => void
  /** It listens again; what was rung before then was not heard. */
  readonly onListening: () => void
}

/** All NOTIFYs of a server are committed one by one: only without waiting for the disk this is nothing to wait for. */
const LISTEN = `SET synchronous_commit = off; LISTEN ${NEWS}; LISTEN ${PRESENCE}`
const NOTIFY = 'SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message'

export const createDoorbell = ({ url, onRing, onPassed, onListening }: DoorbellOptions): Doorbell => {
  /** By which a process knows its own ringing. */
  const sender = crypto.randomUUID()
  const waiting = new Set<string>()
  let client: Client | null = null
  let ringing = false
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let failures = 0

  const hear = ({ channel, payload = '' }: Notification): void => {
    const end = payload.indexOf(',')
    if (payload.slice(0, end) === sender) return
    const message = payload.slice(end + 1)
    if (channel === NEWS) onRing(message.split(','))
    else onPassed(message)
  }
  const notify = (bell: Client, channel: string, messages: readonly string[]): Promise<unknown> => {
    const values = [channel, messages.map((message) => `${sender},${message}`)]
    return bell.query({ name: 'notify', text: NOTIFY, values }).catch(() => lose(bell))
  }
  const lose = (lost: Client): void => {
    if (client !== lost) return
    client = null
    lost.end().catch(() => {})
    if (closed) return
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, MAX_RETRY_MS)
    failures += 1
    retry = setTimeout(connect, delay * (0.5 + Math.random() / 2)) // not all processes at once
  }
  const listen = async (fresh: Client): Promise<void> => {
    await fresh.connect()
    await fresh.query(LISTEN)
    failures = 0
    onListening()
  }
  const connect = (): void => {
    const fresh = new Client({ ...connectionOptions(url), application_name: NAME })
    client = fresh
    fresh.on('error', () => lose(fresh))
    fresh.on('end', () => lose(fresh))
    fresh.on('notification', hear)
    listen(fresh).catch(() => lose(fresh))
  }
  /** One at a time: what is rung meanwhile goes together. */
  const send = async (): Promise<void> => {
    const bell = client
    if (ringing || bell === null || waiting.size === 0) return
    ringing = true
    const ids = [...waiting]
    waiting.clear()
    const messages: string[] = []
    while (ids.length > 0) messages.push(ids.splice(0, MAX_IDS).join(','))
    await notify(bell, NEWS, messages)
    ringing = false
    await send()
  }
  connect()
  return {
    ring: (ids) => {
      if (client === null) return // nobody could be told; they look by themselves
      for (const id of ids) waiting.add(id)
      void send()
    },
    pass: (messages) => {
      if (client !== null && messages.length > 0) void notify(client, PRESENCE, messages)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
