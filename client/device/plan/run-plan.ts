/** A plan on screen: keeps plan-core.ts's values up to date for the screen, and stores the home screen's row. */
import { createSignal } from 'solid-js'
import type * as Y from 'yjs'
import { markSeen } from '#domain/news/news.ts'
import { SCHEMA_VERSION } from '#domain/document/plan-doc.ts'
import type { History, OpenPlan, ReadingOlder } from '#ports/open-plan.ts'
import type { PlanRow } from '#storage/rows.ts'
import { followPage } from '../lifetime/follow-page.ts'
import { cancelInvitation, invite, whoseIs } from '../invitation/inviting.ts'
import { createMembership } from './membership.ts'
import type { Endings, Running } from './running.ts'
import { type OpenPlanContext, startCore, toNewsRow, withSummary } from './plan-core.ts'
import { readOlder } from './read-older.ts'
import { encodeCursor } from '#sync/log/cursor.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { createUndoMemory } from './undo-memory.ts'
import type { Stops } from '../lifetime/stops.ts'

/** The home screen's row of a plan is stored at most this often, in ms. */
const ROW_INTERVAL_MS = 500
/** What others took away is looked for once nobody has written here for this long, in ms. */
const QUIET_MS = 5_000

export const runPlan = async (
  context: OpenPlanContext,
  row: PlanRow,
  stops: Stops,
  { outgrown, restart }: Endings,
): Promise<Running> => {
  const { environment } = context
  const { id } = row
  let update = (): void => {}
  const started = await startCore(context, row, stops, {
    visit: false,
    changed: () => update(),
    checkpointRejected: (document) =>
      restart(() => context.documents.replace(id, document, encodeCursor({ ...startOfLog(id), records: 0 }))),
  })
  if (!started.ok) return started
  const { doc, person, session, view, copy, alarms, inviting, isOutgrown, summary, taken, editedAt } = started.core
  const undo = createUndoMemory(environment, copy, started.core.undo)

  const openedAt = environment.now()
  let ownersTitle = row.ownersTitle ?? null
  const saveRow = async (more: Partial<PlanRow> = {}, isSeen = false): Promise<void> => {
    if (isOutgrown()) return outgrown()
    const now = summary()
    ownersTitle = now.ownersTitle ?? ownersTitle
    const come = session.state().connection === 'online' ? { coming: null } : {} // all of the log is here
    await context.changePlan(id, (known) => ({
      ...withSummary(known, now),
      ...come,
      circle: started.core.circle(known.circle, isSeen),
      ...more,
      openedAt,
    }))
  }
  /** All that is on the screen counts as seen, but for what somebody took away. */
  const saveSeen = (): Promise<void> => {
    const now = taken.toRow()
    return saveRow({ ...now, news: started.core.news(now.seen).map(toNewsRow) }, true)
  }
  const left = (): void => {
    undo.save()
    void saveSeen().catch(environment.report)
  }
  stops.add(followPage(session, copy, left))

  const lookForTaken = async (): Promise<void> => {
    const found = await taken.look()
    setNews(readNews())
    if (found) await saveRow({ taken: taken.all() })
  }
  let editedHere = 0
  let stopLooking: (() => void) | null = null
  /** Reading the history costs an old phone a moment: never between two letters. */
  const lookSoon = (): void => {
    if (!taken.isWaiting()) return
    stopLooking ??= environment.after(QUIET_MS, () => {
      stopLooking = null
      if (environment.now() - editedHere < QUIET_MS) lookSoon()
      else lookForTaken().catch(environment.report)
    })
  }
  /** Items that arrive while the plan is on screen are no news; items that waited at the relay are. */
  let caughtUp = false
  let caughtUpAt: Uint8Array | null = null
  const readNews = () => started.core.news(row.seen, caughtUpAt)
  const [news, setNews] = createSignal(readNews())
  const [newcomers, setNewcomers] = createSignal(started.core.newcomers())
  const [renewed, setRenewed] = createSignal(started.core.renewed())
  const [gone, setGone] = createSignal(started.core.gone())
  const [roleBefore, setRoleBefore] = createSignal(started.core.roleBefore())
  /** Who came while this person alone could invite: the screen with the invitation said so. */
  let invitesAlone = false
  const followCircle = (): void => {
    if (!caughtUp) return
    setRoleBefore(started.core.roleBefore())
    setGone(started.core.gone())
    const come = started.core.newcomers()
    const before = newcomers()
    const invited = invitesAlone ? come.filter((one) => !before.some((known) => known.person === one.person)) : []
    if (invited.length > 0) {
      started.core.welcome(invited.map((one) => one.person))
      saveRow().catch(environment.report) // a page that is reloaded now ends without a word
    }
    invitesAlone = view.members().every(({ me, role: theirs }) => me === (theirs === 'owner'))
    setNewcomers(started.core.newcomers())
  }
  const followNews = (): void => {
    if (session.state().connection !== 'online') return
    if (caughtUp) return lookSoon()
    caughtUp = true
    caughtUpAt = markSeen(doc)
    // From now on others' changes are news, also if this page ends without a word.
    if (row.seen === null) saveSeen().catch(environment.report)
    setNews(readNews())
    view.update()
    setNewcomers(started.core.newcomers())
    setRenewed(started.core.renewed())
    lookForTaken().catch(environment.report)
  }
  let stopTimer: (() => void) | null = null
  update = () => {
    followNews()
    view.update()
    followCircle()
    stopTimer ??= environment.after(ROW_INTERVAL_MS, () => {
      stopTimer = null
      saveRow().catch(environment.report)
    })
  }
  stops.add(async () => {
    update = () => {}
    stopTimer?.()
    stopLooking?.()
    undo.save()
    // A hidden tab has shown nothing.
    await (document.visibilityState === 'visible' ? saveSeen() : saveRow())
  })
  const onEdit = (_update: Uint8Array, _origin: unknown, _doc: unknown, transaction: Y.Transaction): void => {
    if (transaction.local) {
      editedHere = environment.now()
      context.written()
    }
    if (taken.all().length > 0 || (!transaction.local && transaction.deleteSet.clients.size > 0)) taken.touched()
    update()
  }
  doc.on('update', onEdit)
  session.awareness.on('change', () => update())
  stops.add(copy.onChange(() => update()))
  update() // its row is read from the whole plan, which is shown first
  const { role, mayRule, planPerson, members, invitations, sharing, ended } = view
  const { awareness } = session
  const readings = new Set<ReadingOlder>()
  stops.add(async () => {
    for (const reading of readings) reading.cancel()
    await Promise.all([...readings].map(({ outcome }) => outcome))
  })
  /** As it was last read, as long as the log has not gone on. */
  let history: { readonly seq: number; readonly read: Promise<History> } | null = null
  const plan: OpenPlan = {
    id,
    get me() {
      return started.core.authors.currentPerson(person.id)
    },
    doc,
    awareness,
    practice: false,
    ...started.core.authors,
    editedAt,
    mayRule,
    planPerson,
    titleBefore: () => ownersTitle,
    role,
    members,
    invitations,
    sharing,
    async history() {
      const { seq } = session.state()
      if (history?.seq === seq) return history.read
      await session.flush() // what was read a moment ago is in the journal then
      const read = started.core.readHistory()
      history = { seq, read }
      read.catch(() => (history = null))
      return read
    },
    readOlder(progress) {
      const reading = readOlder(
        {
          workspace: id,
          holder: person,
          store: context.documents.syncStore(id),
          journal: context.database.journalStore(id),
          relay: context.relay,
          environment,
          schema: SCHEMA_VERSION,
          seq: session.state().seq,
        },
        progress,
      )
      readings.add(reading)
      const outcome = reading.outcome.finally(() => {
        readings.delete(reading)
        history = null
      })
      return { ...reading, outcome }
    },
    alarms: alarms.list,
    dismissAlarms: alarms.dismiss,
    alarmItems: alarms.items,
    news,
    dismissTaken(by, upTo, part) {
      taken.dismiss(by, upTo, part)
      setNews(readNews())
      saveRow({ taken: taken.all() }).catch(environment.report)
    },
    undo: undo.memory,
    newcomers,
    renewed,
    gone,
    roleBefore,
    async invite(options) {
      const whose = whoseIs(members(), row.forWhom, options.handOver)
      const name = members().find(({ me }) => me)?.name ?? ''
      const result = await invite(inviting, options, whose, name)
      await started.core.readInvitations()
      return result
    },
    repairRelay: () => session.repair(),
    async cancelInvitation(locator) {
      const result = await cancelInvitation(inviting, locator)
      await started.core.readInvitations()
      return result
    },
    ended,
    ...createMembership(session, person, environment.randomBytes),
  }
  return { ok: true, plan }
}
