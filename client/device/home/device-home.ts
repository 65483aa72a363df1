/**
 * The home of this device's person, for screens: what was heard of it last is here at once, and everything that needs its
 * document is the engine's. Loads no Yjs.
 */
import { createSignal } from 'solid-js'
import type { MyDetails } from '#domain/home/details.ts'
import type { Alarm } from '#domain/plan/alarms.ts'
import type { Colour } from '#domain/plan/people.ts'
import type { Home, Note, NoteKept } from '#ports/home.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { Environment } from '#sync/environment.ts'
import type { Alarms } from '../plan/alarm-book.ts'
import type { VisitOutcome } from '../plan/visit-plan.ts'
import { HOME } from '../store/setting-names.ts'
import { formatHomeCache, type HomeCache, NO_HOME, parseHomeCache } from './home-cache.ts'
import type { HomeDevice, HomeKeeper, NoteAct } from './home-keeper.ts'

/** What was changed here leaves this much later, in ms: more may follow, and the screen comes first. */
const SOON_MS = 5_000

export type DeviceHomeOptions = {
  readonly environment: Environment
  database(): DeviceDatabase
  rows(): readonly PlanRow[]
  engine(): Promise<{ readonly home: HomeKeeper }>
  changePlan(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<void>
  /** Lists plans that other devices of this person have; resolves with those that were not listed meanwhile. */
  addPlans(rows: readonly PlanRow[]): Promise<readonly WorkspaceId[]>
  /** More was seen on another device: what the rows call new may be so no longer. */
  seenElsewhere(): void
  /** The setting, at the start. */
  readonly stored: string | null
}
/** How a person begins in a plan. `name`: empty for none. */
export type Called = { readonly name: string; readonly colour: Colour | null }
export type DeviceHome = {
  readonly home: Home
  /** For the engine. */
  readonly device: HomeDevice
  /** From here on, changes leave by themselves. */
  start(): void
  visit(): Promise<VisitOutcome>
  /** How I begin in a plan; the first name that I give is offered in the next. */
  called(name: string): Called
  /** Something that the home is to know has changed here. */
  changed(): void
  /** It does not come back by itself. */
  tookOff(id: WorkspaceId): Promise<void>
  broughtBack(id: WorkspaceId): Promise<void>
  /** This person has another home now, after a new key card: what this device knows of them goes into it. */
  renewed(): Promise<void>
  /** This page keeps nothing from here on, or is another person's. */
  forget(): void
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const createDeviceHome = (options: DeviceHomeOptions): DeviceHome => {
  const { environment, database, engine } = options
  const [me, setMe] = createSignal(parseHomeCache(options.stored).me, { equals: isSame })
  const [notes, setNotes] = createSignal<readonly Note[]>([])
  const [alarms, setAlarms] = createSignal<readonly Alarm[]>([])
  let started = false
  let hasRead = false
  let stopTimer: (() => void) | null = null

  const readCache = async (): Promise<HomeCache> => parseHomeCache(await database().readSetting(HOME))
  /** Read anew each time: another tab writes it as well. */
  const changeCache = async (change: (cache: HomeCache) => HomeCache): Promise<void> => {
    const next = change(await readCache())
    setMe(next.me)
    await database().saveSetting(HOME, formatHomeCache(next))
  }
  const readNotes = async (): Promise<void> => {
    hasRead = true
    setNotes(await (await engine()).home.notes())
  }
  const readAlarms = async (): Promise<Alarms> => {
    const found = await (await engine()).home.alarms()
    setAlarms(found.list())
    return found
  }
  const visit = async (): Promise<VisitOutcome> => {
    const outcome = await (await engine()).home.visit()
    await readAlarms()
    if (hasRead) await readNotes()
    return outcome
  }
  const changed = (): void => {
    if (!started) return
    stopTimer?.()
    stopTimer = environment.after(SOON_MS, () => {
      stopTimer = null
      if (navigator.onLine !== false) void visit().catch(environment.report)
    })
  }
  const write = async (act: NoteAct): Promise<NoteKept> => {
    const outcome = await (await engine()).home.changeNotes(act)
    await readNotes()
    changed()
    return { ok: outcome === 'saved' }
  }
  const changeMe = async (details: Partial<MyDetails>): Promise<void> => {
    await changeCache((cache) => ({ ...cache, me: { ...cache.me, ...details } }))
    changed()
  }
  return {
    home: {
      me,
      setMe: changeMe,
      notes,
      readNotes,
      addNote: (note) => write({ name: 'add', note }),
      setNoteText: (id, text) => write({ name: 'text', id, text }),
      renewNote: (id) => write({ name: 'renew', id }),
      removeNote: (id) => write({ name: 'remove', id }),
      alarms,
      async dismissAlarms() {
        const found = await readAlarms()
        found.dismiss()
        await found.written()
        await readAlarms()
      },
    },
    device: {
      rows: options.rows,
      readCache,
      async keepMet({ cache, changed: rows, seesMore, added }, before) {
        for (const { id, change } of rows) await options.changePlan(id, change)
        if (seesMore) options.seenElsewhere()
        const fresh = new Set(added.length > 0 ? await options.addPlans(added) : [])
        // What the home says of a plan that was listed during the meeting counts at the next, as at a first one.
        const late = new Set(added.map(({ id }) => id).filter((id) => !fresh.has(id)))
        const metPlans = new Map([...cache.metPlans].filter(([id]) => !late.has(id)))
        // What was chosen or taken off during the meeting is told at the next.
        await changeCache((now) => ({
          ...cache,
          metPlans,
          me: isSame(now.me, before.me) ? cache.me : now.me,
          takenOff: isSame(now.takenOff, before.takenOff) ? cache.takenOff : now.takenOff,
        }))
      },
    },
    start: () => (started = true),
    visit,
    changed,
    called(name) {
      const { name: known, colour } = me()
      if (known === null && name !== '') void changeMe({ name }).catch(environment.report)
      return { name, colour }
    },
    tookOff: (id) => changeCache((cache) => ({ ...cache, takenOff: [...new Set([...cache.takenOff, id])] })),
    broughtBack: (id) =>
      changeCache((cache) => ({ ...cache, takenOff: cache.takenOff.filter((other) => other !== id) })),
    renewed: () => changeCache(({ me: known, takenOff }) => ({ ...NO_HOME, me: known, takenOff })),
    forget() {
      stopTimer?.()
      hasRead = false
      setNotes([])
      setAlarms([])
      setMe(parseHomeCache(null).me)
    },
  }
}
