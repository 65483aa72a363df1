/**
 * What was typed here and not saved yet. All of it is read at the start and answered at once; each letter goes to the disk in the
 * moment in which it is typed, because a page that is left, locked or killed has no later one. On a disk that is slower than the
 * typing it goes with the letters after it. What the disk refuses lasts as long as the page.
 */
import { createSignal } from 'solid-js'
import type { Drafts } from '#ports/drafts.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { DraftPlace, DraftRow } from '#storage/drafts/draft-rows.ts'
import type { Environment } from '#sync/environment.ts'

/** The number of drafts on one device: thirty plans with some open forms each. The oldest go first. */
export const MOST_DRAFTS = 200
/** In UTF-16 units: five times the longest field. A longer one, such as a pasted book, lasts as long as the page. */
export const LONGEST_DRAFT = 50_000
/** Writes of one field that stand in line at once: on a slow disk one for every letter would go with the page. */
const MOST_WRITES = 3
const DAY_MS = 24 * 60 * 60 * 1000
/** What was not touched for this long, in ms, is old: nobody goes on with it. */
export const DRAFT_MS = 30 * DAY_MS
/**
 * It is removed once the clock has said so for this long, in ms: a clock that stands wrong for a day loses nobody's words. Until then
 * it is shown, because whoever does not see it writes over it.
 */
export const GRACE_MS = 7 * DAY_MS

export type DeviceDrafts = {
  readonly drafts: Drafts
  /** Another tab may have written, or taken a plan over. */
  refresh(): Promise<void>
  /** All of one plan, or all outside every plan. */
  remove(plan: WorkspaceId | null): Promise<void>
  /**
   * Only for now: nothing of it is remembered any more. Plans keep theirs in the database; what was typed outside a plan may be of
   * whoever chose that nothing stays.
   */
  leave(): Promise<void>
  /** Whether this page alone has some of it, once the disk has answered. */
  holdsUnsaved(): Promise<boolean>
}
type Options = { readonly environment: Pick<Environment, 'now'>; database(): DeviceDatabase }

const keyOf = ({ plan, field }: DraftPlace): string => `${plan ?? ''} ${field}`

export const createDrafts = ({ environment, database }: Options): DeviceDrafts => {
  /** The last touched is the last. */
  const rows = new Map<string, DraftRow>()
  /** Touched since the read that goes on began: the page knows better. */
  let touched = new Set<string>()
  const refused = new Set<string>()
  const [followRefused, sayRefused] = createSignal(undefined, { equals: false })
  const isRefused = (key: string): boolean => refused.has(key) || (rows.get(key)?.text.length ?? 0) > LONGEST_DRAFT
  let answered: Promise<unknown> = Promise.resolve()
  /** Of each field how many writes go on, and the row that waits for one of them to end. */
  const writing = new Map<string, { going: number; next: DraftRow | null }>()
  const write = async (key: string, row: DraftRow, line: { going: number; next: DraftRow | null }): Promise<void> => {
    line.going += 1
    const { ok } = await database().drafts.save(row)
    if (ok) refused.delete(key)
    else refused.add(key)
    sayRefused()
    line.going -= 1
    const { next } = line
    line.next = null
    if (next !== null) return write(key, next, line)
    if (line.going === 0) writing.delete(key)
  }
  const save = (row: DraftRow): void => {
    const key = keyOf(row)
    const line = writing.get(key) ?? { going: 0, next: null }
    writing.set(key, line)
    if (line.going < MOST_WRITES) answered = Promise.all([answered, write(key, row, line)])
    else line.next = row
  }
  /** What waits of it is not wanted any more. */
  const stopSaving = (key: string): void => {
    const line = writing.get(key)
    if (line !== undefined) line.next = null
  }

  const isOver = ({ at }: DraftRow): boolean => environment.now() - at > DRAFT_MS
  /** Marks what is over, unmarks it when the clock was mended, and removes it in the end. Whether it stays. */
  const tend = (row: DraftRow): boolean => {
    const now = environment.now()
    if (isOver(row) && row.overAt !== null && now - row.overAt > GRACE_MS) {
      void database().drafts.remove(row)
      return false
    }
    const overAt = isOver(row) ? Math.min(row.overAt ?? now, now) : null
    if (overAt !== row.overAt) void database().drafts.save({ ...row, overAt })
    return true
  }
  const drop = (row: DraftRow): void => {
    rows.delete(keyOf(row))
    stopSaving(keyOf(row))
    void database().drafts.remove(row)
  }
  const bound = (): void => {
    for (const row of [...rows.values()].slice(0, Math.max(0, rows.size - MOST_DRAFTS))) drop(row)
  }
  const refresh = async (): Promise<void> => {
    touched = new Set()
    const read = await database()
      .drafts.load()
      .catch(() => null)
    if (read === null) return
    const mine = [...rows].filter(([key, { text }]) => touched.has(key) || text.length > LONGEST_DRAFT)
    const known = new Set([...touched, ...mine.map(([key]) => key)])
    rows.clear()
    for (const row of read.toSorted((a, b) => a.at - b.at)) {
      if (!known.has(keyOf(row)) && tend(row)) rows.set(keyOf(row), row)
    }
    for (const [key, row] of mine) rows.set(key, row)
    bound()
  }
  const remove = async (plan: WorkspaceId | null): Promise<void> => {
    for (const [key, row] of rows) {
      if (row.plan !== plan) continue
      touched.add(key)
      rows.delete(key)
      stopSaving(key)
    }
    await database().drafts.removeAll(plan)
  }
  return {
    refresh,
    drafts: {
      read: (plan, field) => rows.get(keyOf({ plan, field }))?.text ?? null,
      isRefused(plan, field) {
        followRefused()
        return isRefused(keyOf({ plan, field }))
      },
      list: (plan) => [...rows.values()].filter((row) => row.plan === plan),
      keep(plan, field, text) {
        const key = keyOf({ plan, field })
        const known = rows.get(key)
        touched.add(key)
        rows.delete(key)
        stopSaving(key)
        if (text === null) {
          refused.delete(key)
          return void (known === undefined || database().drafts.remove(known))
        }
        const row: DraftRow = { plan, field, text, at: environment.now(), overAt: null }
        rows.set(key, row)
        if (text.length <= LONGEST_DRAFT) save(row)
        else if (known !== undefined) void database().drafts.remove(row) // a part of it would pass for all
        sayRefused()
        bound()
      },
    },
    remove,
    async leave() {
      await answered // what plans have is written where they are
      await remove(null)
      for (const key of rows.keys()) touched.add(key)
      rows.clear()
    },
    async holdsUnsaved() {
      await answered
      return [...rows.keys()].some(isRefused)
    },
  }
}
