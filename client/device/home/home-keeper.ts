/**
 * The home of this device's person: found or founded, read and written, and met with this device's rows. It is a workspace like
 * any other, which is never on screen: visits carry it to the relay and back.
 */
import * as Y from 'yjs'
import { type HomeDoc, toHomeDoc } from '#domain/home/home-doc.ts'
import { addNote, type Note, readNotes, removeNote, renewNote, setNoteText, takeOverNotes } from '#domain/home/notes.ts'
import { valuesOf } from '#domain/document/plan-doc.ts'
import type { Randomness } from '#domain/document/values.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { PlanRow } from '#storage/rows.ts'
import { UNNUMBERED } from '#sync/log/restore.ts'
import type { ListResult } from '#sync/workspaces/list-workspaces.ts'
import { createTabLock, isOnlyVisited, toPlanLock } from '../lifetime/tab-lock.ts'
import type { PersonKeys } from '../person/person-keys.ts'
import type { Alarms } from '../plan/alarm-book.ts'
import type { OpenPlanContext, PlanCore } from '../plan/plan-core.ts'
import { type Visit, type VisitOutcome, visitPlan } from '../plan/visit-plan.ts'
import { newRow } from '../store/plan-list.ts'
import type { WriteOutcome } from '../store/documents.ts'
import type { HomeCache } from './home-cache.ts'
import { meet, type Met } from './meet.ts'

/** This device's side of a home. */
export type HomeDevice = {
  rows(): readonly PlanRow[]
  readCache(): Promise<HomeCache>
  /** Takes over what a meeting changed. */
  keepMet(met: Met, before: HomeCache): Promise<void>
}
export type HomeContext = OpenPlanContext & {
  readonly keys: Pick<PersonKeys, 'home'>
  readonly homeDevice: HomeDevice
  listWorkspaces(): Promise<ListResult>
}
export type HomeKeeper = {
  id(): Promise<WorkspaceId>
  /** Meets the home by way of the relay. `done` as well where there is nothing yet to have a home for. */
  visit(): Promise<VisitOutcome>
  /** Ends a visit that is under way; resolves when the home is free. */
  giveWay(): Promise<void>
  notes(): Promise<readonly Note[]>
  /** Takes over what another home of this person has here: their home before a new key card. */
  takeOver(other: WorkspaceId): Promise<WriteOutcome>
  changeNotes(act: NoteAct): Promise<WriteOutcome>
  alarms(): Promise<Alarms>
}

export type NoteAct =
  | { readonly name: 'add'; readonly note: Pick<Note, 'kind' | 'place' | 'text'> }
  | { readonly name: 'text'; readonly id: Note['id']; readonly text: string }
  | { readonly name: 'renew' | 'remove'; readonly id: Note['id'] }

const applyAct = (doc: HomeDoc, act: NoteAct, now: number, randomness: Randomness): void => {
  switch (act.name) {
    case 'add':
      return void addNote(doc, act.note, now, randomness)
    case 'text':
      return setNoteText(doc, act.id, act.text, now, randomness)
    case 'renew':
      return renewNote(doc, act.id, now, randomness)
    case 'remove':
      return removeNote(doc, act.id)
  }
}

export const createHomeKeeper = (context: HomeContext): HomeKeeper => {
  const { documents, environment, homeDevice, keys } = context
  const home = () => keys.home()
  let visiting: Visit | null = null
  let ended = Promise.resolve<unknown>(null)
  /** One after another: a document is loaded by one at a time. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = ended.then(work)
    ended = result.catch(() => {})
    return result
  }

  /** Other tabs write one after another too; a visit of theirs gives way. */
  const writeAlone = async (id: WorkspaceId, change: (doc: HomeDoc) => void): Promise<WriteOutcome> => {
    const { id: person } = await context.person(null)
    const name = toPlanLock(id)
    const lock = createTabLock(name)
    // A tab that writes at the same moment is not waited for: both write under clientIDs of their own.
    if (!(await lock.take(() => {})) && (await isOnlyVisited(name))) await lock.steal(() => {})
    try {
      return await documents.write(id, person, (doc) => change(toHomeDoc(doc)))
    } finally {
      lock.release()
    }
  }

  const ensureFounded = async (id: WorkspaceId): Promise<'there' | 'not-needed' | 'unreachable'> => {
    const store = documents.syncStore(id)
    if ((await store.load()).records.length > 0) return 'there'
    if (!(await isNeeded(id))) return 'not-needed'
    const listed = await context.listWorkspaces()
    if (!listed.ok && listed.reason !== 'unknown') return 'unreachable'
    if (listed.ok && listed.ids.includes(id)) return 'there'
    await store.addRecords([{ seq: UNNUMBERED, bytes: await (await home()).makeRoot() }])
    return 'there'
  }
  /** Who has looked around only, and chosen a language, is made known to no relay. */
  const isNeeded = async (id: WorkspaceId): Promise<boolean> =>
    homeDevice.rows().some(({ person }) => !person) ||
    ((await documents.read(id, (doc) => valuesOf(doc).size > 0)) ?? false)

  /** The relay's clock at the end of the visit, in ms since epoch. */
  let relayNow = 0
  const inspect = async ({ session }: PlanCore): Promise<void> => {
    relayNow = session.relayNow()
    const { connection } = session.state()
    if (typeof connection !== 'object' || connection.refused !== 'log-differs') return
    const { id } = await home()
    const store = documents.syncStore(id)
    const isMineAlone = (await store.load()).records.every(({ seq }) => seq === UNNUMBERED)
    // Another device of mine founded it at the same moment: under its root all that I wrote counts as well.
    if (isMineAlone) await store.replaceRecords([])
    // The relay lost something. All of a home is its person's, so nobody else has to be asked (PROTOCOL.md, C3).
    else await session.repair()
  }
  const visitOnce = async (id: WorkspaceId): Promise<VisitOutcome> => {
    const current = visitPlan(context, newRow(id, 'me', '', environment.now()), { kind: 'home', inspect })
    visiting = current
    const outcome = await current.outcome
    visiting = null
    return outcome
  }

  const meetHere = async (id: WorkspaceId): Promise<boolean> => {
    const meeting = {
      home: id,
      rows: homeDevice.rows(),
      cache: await homeDevice.readCache(),
      now: relayNow,
      randomness: environment,
    }
    // A clientID of its own is taken only where there is something to write.
    const copy = await documents.read(id, (doc) => Y.encodeStateAsUpdate(doc))
    if (copy === null) return false
    const doc = toHomeDoc(new Y.Doc())
    Y.applyUpdate(doc, copy)
    let writes = false
    doc.on('update', () => (writes = true))
    let met = meet(doc, meeting)
    doc.destroy()
    if (writes && (await writeAlone(id, (real) => (met = meet(real, meeting)))) === 'damaged') return false
    await homeDevice.keepMet(met, meeting.cache)
    return writes
  }

  return {
    id: async () => (await home()).id,
    visit: () =>
      inTurn(async () => {
        const { id } = await home()
        const founded = await ensureFounded(id)
        if (founded !== 'there') return founded === 'unreachable' ? founded : 'done'
        const outcome = await visitOnce(id)
        if (outcome !== 'done') return outcome
        return (await meetHere(id)) ? visitOnce(id) : outcome
      }),
    async giveWay() {
      await visiting?.giveWay()
    },
    async notes() {
      const { id } = await home()
      return (await documents.read(id, (doc) => readNotes(doc, environment.now()))) ?? []
    },
    takeOver: (other) =>
      inTurn(async () => {
        const kept = await documents.read(other, (doc) => readNotes(doc, environment.now()))
        if (kept === null || kept.length === 0) return 'saved'
        return writeAlone((await home()).id, (doc) => takeOverNotes(doc, kept, environment))
      }),
    alarms: async () => context.alarmBook.of((await home()).id),
    async changeNotes(act) {
      await visiting?.giveWay()
      const now = environment.now()
      return inTurn(async () => writeAlone((await home()).id, (doc) => applyAct(doc, act, now, environment)))
    },
  }
}
