/**
 * The alarms of one plan. One event is one alarm, however often the log is read, on this page and on this device; a
 * dismissed alarm stays dismissed. Stored beside the document; when the disk is full, alarms last as long as the page.
 */
import { createSignal } from 'solid-js'
import { parseAlarmName } from '#domain/plan/alarms.ts'
import type { Alarm, AlarmName } from '#domain/plan/alarms.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { WholeDatabase } from '#storage/device/device-database.ts'
import type { NoticeStore } from '#storage/notices/notice-store.ts'
import type { NoticeRow } from '#storage/rows.ts'
import type { Alarm as SyncAlarm } from '#sync/log/follower.ts'
import { remaining } from '#sync/environment.ts'

export type Alarms = {
  list(): readonly Alarm[]
  /** Reads the stored alarms. To be called before the log is read on. */
  load(): Promise<void>
  add(alarm: SyncAlarm): void
  /** Dismisses all alarms. */
  dismiss(): void
  /** The stored items as base64url, by the id of their alarm. */
  items(): Promise<ReadonlyMap<string, string>>
  /** Resolves once everything added is stored, as far as there is room. */
  written(): Promise<void>
}
export type AlarmBook = { of(plan: WorkspaceId): Alarms; forget(plan: WorkspaceId): void }

/** Alarms of one kind by one person; more are only counted, so that a flood hides nobody else's. */
export const MAX_ALIKE = 20
/** Items stored for one plan, in bytes: bearable on a small phone. */
export const MAX_ITEM_BYTES_KEPT = 4 * 1024 * 1024
/** After a dismissal, more of the same kind stays silent for this long, in ms. */
export const QUIET_MS = 24 * 60 * 60 * 1000

const nameOf = (alarm: SyncAlarm): AlarmName => {
  switch (alarm.kind) {
    case 'invalid-record':
      return 'bad-record'
    case 'skipped':
      if (alarm.rule === 'E1') return alarm.author === null ? 'unsigned' : 'too-late'
      return ({ E3: 'unreadable', E4: 'not-own', E5: 'incomplete' } as const)[alarm.rule]
    case 'other-log':
    case 'taken-client':
    case 'bad-key':
    case 'bad-checkpoint':
      return alarm.kind
  }
}

const toAlarm = (row: NoticeRow): readonly Alarm[] => {
  const name = parseAlarmName(row.name)
  return name === null ? [] : [{ ...row, name }]
}

const createAlarms = (store: NoticeStore, now: () => number): Alarms => {
  const known = new Map<string, NoticeRow>()
  const [list, setList] = createSignal<readonly Alarm[]>([])
  const show = (): void => void setList([...known.values()].flatMap(toAlarm))
  const unsaved = { rows: new Map<string, NoticeRow>(), items: new Map<string, Uint8Array>() }
  let writing: Promise<void> | null = null

  /** Alarms added during a write are stored together by the next: a log full of them costs few writes. */
  const write = async (): Promise<void> => {
    while (unsaved.rows.size > 0) {
      const [rows, items] = [[...unsaved.rows.values()], new Map(unsaved.items)]
      unsaved.rows.clear()
      unsaved.items.clear()
      await store.save(rows, items)
    }
    writing = null
  }
  const keep = (row: NoticeRow, item?: Uint8Array): void => {
    known.set(row.id, row)
    unsaved.rows.set(row.id, row)
    if (item !== undefined) unsaved.items.set(row.id, item)
    writing ??= write()
  }

  return {
    list,
    async load() {
      for (const row of await store.load().catch(() => [])) known.set(row.id, row)
      show()
    },
    add(alarm) {
      const name = nameOf(alarm)
      const person = alarm.kind === 'invalid-record' ? null : alarm.author
      const place = alarm.kind === 'bad-key' ? alarm.epoch : alarm.seq
      const lost = alarm.kind === 'bad-checkpoint' ? alarm.lost : ''
      const about = `${name}/${person ?? ''}`
      const id = `${about}/${place}`
      if (known.has(id)) return
      const alike = [...known.values()].filter((row) => row.name === name && row.person === person)
      const more = known.get(`${about}/more`)
      const isFull = alike.length >= MAX_ALIKE && lost === ''
      if (isFull && more !== undefined && place <= more.place) return // counted when the log was read before

      const isQuiet = ({ putAwayAt }: NoticeRow): boolean =>
        putAwayAt !== null && remaining(QUIET_MS, putAwayAt, now()) > 0
      const row: NoticeRow = {
        id: isFull ? `${about}/more` : id,
        name,
        person,
        place,
        at: Math.min(alarm.at ?? now(), now()), // the relay may claim any time
        count: isFull ? (more?.count ?? 0) + 1 : 1,
        lost,
        bytes: 0,
        putAwayAt: lost === '' ? (alike.find(isQuiet)?.putAwayAt ?? null) : null,
      }
      const size = alarm.item?.length ?? 0
      const kept = [...known.values()].reduce((sum, { bytes }) => sum + bytes, 0)
      const hasRoom = !isFull && kept + size <= MAX_ITEM_BYTES_KEPT
      if (alarm.item !== null && hasRoom) keep({ ...row, bytes: size }, alarm.item)
      else keep(row)
      show()
    },
    dismiss() {
      for (const row of known.values()) if (row.putAwayAt === null) keep({ ...row, putAwayAt: now() })
      void Promise.resolve(writing).then(show) // an alarm that leaves the screen must be gone from the disk
    },
    async items() {
      const items = await store.items().catch(() => new Map<string, Uint8Array>())
      return new Map([...items].map(([id, bytes]) => [id, toBase64url(bytes)]))
    },
    written: async () => void (await writing),
  }
}

export const createAlarmBook = (database: Pick<WholeDatabase, 'noticeStore'>, now: () => number): AlarmBook => {
  const book = new Map<WorkspaceId, Alarms>()
  return {
    of(plan) {
      const alarms = book.get(plan) ?? createAlarms(database.noticeStore(plan), now)
      book.set(plan, alarms)
      return alarms
    },
    forget: (plan) => void book.delete(plan),
  }
}
