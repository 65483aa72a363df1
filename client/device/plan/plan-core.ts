/**
 * Starts a plan's document, local copy and sync, in this order, whether it is on screen or only visited. What was started
 * is added to `stops`.
 */
import type { Authors } from '#domain/document/own-words.ts'
import { type PlanDoc, SCHEMA_VERSION } from '#domain/document/plan-doc.ts'
import { toDrawnName } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import type { StoredUndo } from '#domain/undo/stored-undo.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { overstepsOf } from '#domain/plan/powers.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import type { History, OpenFailure, PersonNews, Sharing } from '#ports/open-plan.ts'
import { currentPerson, endOfMembership } from '#shared/chain/chain.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { LocalCopy } from '#storage/document/local-copy.ts'
import type { WorkspaceKind } from '#shared/chain/record-bodies.ts'
import type { PlanRow } from '#storage/rows.ts'
import { openSession, type Session } from '#sync/session/session.ts'
import type { AlarmBook, Alarms } from './alarm-book.ts'
import type { Documents } from '../store/documents.ts'
import type { InvitationContext } from '../invitation/invitations.ts'
import { followWaiting, type Inviting, type WaitingInvitations } from '../invitation/inviting.ts'
import { type CircleNews, followCircle, toWhoseRow } from './circle-news.ts'
import { readPersonNews } from './plan-news.ts'
import { createHistoryReader } from './history-reader.ts'
import { followTakenAway, type TakenAway } from './taken-away.ts'
import { mendOnline } from './mend-online.ts'
import { readPlanAgenda } from './plan-agenda.ts'
import { createPlanView, type PlanView } from './plan-view.ts'
import type { Stops } from '../lifetime/stops.ts'

export type OpenPlanContext = InvitationContext & {
  readonly documents: Documents
  readonly alarmBook: AlarmBook
  /** The person as whom a plan was opened; `null`: the person of this device. */
  person(of: PersonId | null): Promise<KeyHolder>
  /** Changes a plan's row of the home screen; a row that was deleted meanwhile is not recreated. */
  changePlan(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<void>
  /** Something was written: a good moment to ask the browser for persistence. */
  written(): void
}

export type PlanCore = CircleNews & {
  readonly doc: PlanDoc
  readonly person: KeyHolder
  readonly session: Session
  readonly view: PlanView
  readonly copy: LocalCopy
  readonly alarms: Alarms
  /** What undo kept when the plan was last open. */
  readonly undo: StoredUndo
  readonly inviting: Inviting
  /** Whether invitations wait for their record. */
  waits(): boolean
  readInvitations(): Promise<void>
  /** It is a workspace of a kind that only a newer app can show, by its first record. */
  isOutgrown(): boolean
  /** What the home screen shows of it. */
  summary(): Pick<
    PlanRow,
    'title' | 'ownersTitle' | 'people' | 'unshared' | 'invited' | 'sharedAt' | 'myName' | 'whose' | 'agenda'
  >
  /** Since I last looked, or since another mark of what was seen; up to a mark, what came after it was seen to come. */
  news(seen?: Uint8Array | null, upTo?: Uint8Array | null): readonly PersonNews[]
  /** Who wrote what, as who they are now. */
  readonly authors: Required<Authors>
  /** See `OpenPlan`. */
  editedAt(client: number): number | null
  /** What others took away, for `news`: a look reads the journal, so nobody waits for it at opening. */
  readonly taken: TakenAway
  readHistory(): Promise<History>
}
/** What a plan says of its sharing where others take part in it, or are invited. */
const FOR_OTHERS: readonly Sharing['shared']['name'][] = ['shared', 'sharing', 'not-shared-yet']

/** A row as the plan is now; of a plan that has not come yet, the title is known from elsewhere. */
export const withSummary = (row: PlanRow, summary: ReturnType<PlanCore['summary']>): PlanRow => ({
  ...row,
  ...summary,
  ...(row.coming && summary.title === '' ? { title: row.title } : {}),
})

export const toNewsRow = ({ name, parts, at }: PersonNews): PlanRow['news'][number] => ({ name, parts, at })

export type Started =
  | { readonly ok: true; readonly core: PlanCore }
  | { readonly ok: false; readonly reason: OpenFailure }

export type StartOptions = {
  /** The plan is not on screen: see the session's option. */
  readonly visit: boolean
  /** A plan, where it is not said; another kind is no plan of this version. */
  readonly kind?: WorkspaceKind
  changed(): void
  /** See the session's option. A visit leaves it to the screen that opens the plan. */
  checkpointRejected?(document: Uint8Array): void
}

/** Closing a plan waits this long for edits on their way to the relay, in ms. */
const SETTLE_MS = 1_500

export const startCore = async (
  context: OpenPlanContext,
  row: PlanRow,
  stops: Stops,
  { visit, kind = 'plan', changed, checkpointRejected }: StartOptions,
): Promise<Started> => {
  const { database, documents, environment, relay } = context
  const { id } = row
  const alarms = context.alarmBook.of(id)
  const beside = Promise.all([context.person(row.person ?? null), database.readInvitations(), alarms.load()])
  beside.catch(() => {}) // asked for at once, and awaited when the document can be closed again
  const opened = await documents.open(id)
  if (!opened.ok) return { ok: false, reason: 'damaged' }
  let { copy } = opened
  const { doc, undo } = opened
  stops.add(() => documents.close(id, doc, copy))
  const [person, invitations] = await beside
  let rows = invitations
  stops.add(() => alarms.written())
  let waiting: WaitingInvitations | null = null
  let mend = (): void => {}
  const session = await openSession({
    workspace: id,
    holder: person,
    doc,
    store: documents.syncStore(id),
    journal: database.journalStore(id),
    relay,
    environment,
    schema: SCHEMA_VERSION,
    sharedAt: row.sharedAt,
    visit,
    changed: () => {
      mend()
      changed()
      waiting?.update()
    },
    ...(checkpointRejected === undefined ? {} : { checkpointRejected }),
    alarm: alarms.add,
    // What sync stores beside the document can be read again from the relay; a failing copy is reported by local-copy.
    storeFailed: () => {},
  })
  stops.add(async () => {
    if (!visit) {
      await session.flush()
      await session.settle(SETTLE_MS)
    }
    await session.stop()
  })
  const isOutgrown = (): boolean => (session.state().chain?.kind ?? kind) !== kind
  if (isOutgrown()) return { ok: false, reason: 'outdated-app' }
  if (session.saltLost) {
    await copy.close()
    copy = documents.copyWithoutSalt(id)
  }
  const now = (one: PersonId): PersonId => {
    const { chain } = session.state()
    return chain === null ? one : currentPerson(chain, one)
  }
  const authors: Required<Authors> = {
    currentPerson: now,
    personAt(client) {
      const author = session.personAt(client)
      return author === null ? null : now(author)
    },
  }
  const editedAt = (client: number): number | null => {
    const relayNow = session.relayNow()
    const at = session.lastEditAt(client)
    return at !== null && at < relayNow ? at : null // what is dated ahead says nothing
  }
  mend = mendOnline(doc, session, person.id, editedAt)
  const view = createPlanView(id, doc, copy, session, person.id, authors, () => rows, row.forWhom)
  const summary: PlanCore['summary'] = () => {
    const { dirty, sharedAt } = session.state()
    // Readers and people without a name too: they see the plan as well.
    const others = view.members().filter((member) => !member.me)
    const people = others.map(({ name, colour }) => ({ name, colour }))
    const title = readTitles(doc)[0] ?? ''
    const circle = { me: person.id, ...authors, mayRule: view.mayRule }
    const ruled = overstepsOf(readPlan(doc), 'title', circle).length === 0
    const invited = people.length === 0 && FOR_OTHERS.includes(view.sharing().shared.name)
    const myName = view.members().find((member) => member.me)?.given ?? ''
    const whose = toWhoseRow(view.planPerson(), view.members())
    const agenda = readPlanAgenda(doc, view.members(), environment.now())
    const named = ruled ? { ownersTitle: title } : {}
    return { title, ...named, people, unshared: dirty, invited, sharedAt, myName, whose, agenda }
  }
  const readInvitations = async (): Promise<void> => {
    rows = await database.readInvitations()
    view.update()
  }
  const inviting: Inviting = { context, session, workspace: id, person }
  waiting = followWaiting(
    inviting,
    () => rows,
    async () => {
      await readInvitations()
      changed()
    },
  )
  stops.add(waiting.stop)
  const waits = waiting.waits
  waiting.update()
  const nameOfGone = (one: PersonId): string | null => {
    const { chain } = session.state()
    const end = chain && endOfMembership(chain, one)
    const isMine = one === person.id || end?.by === person.id
    return end === null || end.how === 'closed' || isMine ? null : toDrawnName(readPerson(doc, one, authors).name)
  }
  const circle = followCircle(row.circle, view, () => session.state().connection === 'online', nameOfGone)
  const journal = database.journalStore(id)
  const records = async () => (await documents.syncStore(id).load()).records
  const history = createHistoryReader({ journal, records }, { ...environment, doc, me: person.id, currentPerson: now })
  const taken = followTakenAway({ doc, session, journal, me: person.id, ...authors, confirm: history.confirm }, row)
  /** By the names that screens show. */
  const news: PlanCore['news'] = (seen = row.seen, upTo = null) =>
    readPersonNews(doc, seen, person.id, { ...authors, lastEditAt: session.lastEditAt }, taken.all(), upTo).map(
      (one) => {
        const name = view.members().find((member) => member.person === one.person)?.name ?? toDrawnName(one.name)
        return { ...one, name }
      },
    )
  return {
    ok: true,
    core: {
      doc,
      person,
      session,
      view,
      copy,
      alarms,
      undo,
      inviting,
      waits,
      readInvitations,
      isOutgrown,
      summary,
      news,
      ...circle,
      authors,
      editedAt,
      taken,
      readHistory: history.read,
    },
  }
}
