/**
 * One plan while it is open: lock, document, local copy, sync; started in this order, stopped in the other (style habit
 * 15). What screens may do with it goes through here.
 */
import { createSignal } from 'solid-js'
import { readPeople } from '#domain/people.ts'
import { SCHEMA_VERSION } from '#domain/plan-doc.ts'
import { readSchemaVersion, readTitle } from '#domain/plan.ts'
import type { Alarm, OpenPlanHandle, OpenState } from '#reactive/workspace.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { roleOf } from '#shared/chain/chain.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { makeRole } from '#keys/make-records.ts'
import type { InvitationRow, PlanRow } from '#storage/rows.ts'
import { openSession, type Session } from '#sync/session.ts'
import type { Documents } from './documents.ts'
import { cancelInvitation, type InvitationContext, invite } from './invitations.ts'
import { createPlanView, toAlarm } from './plan-view.ts'
import { createTabLock } from './tab-lock.ts'

export type OpenPlanContext = InvitationContext & {
  readonly documents: Documents
  person(): Promise<KeyHolder>
  readPlan(id: WorkspaceId): PlanRow | null
  savePlan(row: PlanRow): Promise<void>
  /** Something was written: a good moment to ask the browser to keep it. */
  written(): void
}

/** What the home screen knows of a plan is written at most this often, in ms. */
const ROW_INTERVAL_MS = 500

type Stop = () => void | Promise<void>

/** Tells when the page hides and when the network comes back. */
const followPage = (session: Session): Stop => {
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') void session.flush()
    else session.reconnect()
  }
  const onOnline = (): void => session.reconnect()
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', onHide)
  window.addEventListener('online', onOnline)
  return () => {
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', onHide)
    window.removeEventListener('online', onOnline)
  }
}

/** `after`: the same plan is still being closed on this page, and its lock is not free before that. */
export const openPlan = (context: OpenPlanContext, id: WorkspaceId, after: Promise<void>): OpenPlanHandle => {
  const { database, environment, documents, relay } = context
  const [state, setState] = createSignal<OpenState>({ name: 'opening' })
  const lock = createTabLock(`weef-plan-${id}`)
  let stops: Stop[] = []
  let closing = false
  /** One step after the other: closing while opening closes what was opened. */
  let turn: Promise<void> = Promise.resolve()
  const then = (step: () => Promise<void>): Promise<void> => (turn = turn.then(step).catch(fail))
  const fail = (error: unknown): void => {
    environment.report(error)
    setState({ name: 'failed', reason: 'damaged' })
  }
  const stopAll = async (): Promise<void> => {
    const running = stops.toReversed()
    stops = []
    for (const stop of running) await stop()
  }
  const lost = (): void => {
    setState({ name: 'elsewhere' })
    void then(stopAll)
  }

  const outgrown = (): void => {
    setState({ name: 'failed', reason: 'outdated-app' })
    void then(stopAll)
  }

  const start = async (row: PlanRow): Promise<void> => {
    stops.push(() => lock.release())
    const opened = await documents.open(id)
    if (!opened.ok) {
      setState({ name: 'failed', reason: 'damaged' })
      return stopAll()
    }
    const { doc, copy } = opened
    stops.push(() => documents.close(id, doc, copy))
    if (readSchemaVersion(doc) > SCHEMA_VERSION) {
      setState({ name: 'failed', reason: 'outdated-app' })
      return stopAll()
    }
    const person = await context.person()
    const [alarms, setAlarms] = createSignal<readonly Alarm[]>([])
    let rows: readonly InvitationRow[] = await database.readInvitations()
    let update = (): void => {}
    const session = await openSession({
      workspace: id,
      holder: person,
      doc,
      store: database.syncStore(id),
      relay,
      environment,
      schema: SCHEMA_VERSION,
      sharedAt: row.sharedAt,
      changed: () => update(),
      alarm: (alarm) => setAlarms([...alarms(), toAlarm(alarm)]),
      // What sync keeps beside the document can be read again from the relay; that the copy fails is said by local-copy.
      storeFailed: () => {},
    })
    stops.push(async () => {
      await session.flush()
      await session.stop()
    })
    stops.push(followPage(session))
    const view = createPlanView(doc, copy, session, person.id, () => rows)
    let current = { ...row, openedAt: environment.now() }
    const saveRow = async (): Promise<void> => {
      const { dirty, sharedAt } = session.state()
      const people = readPeople(doc).filter(({ person: each }) =>
        view.members().some((member) => member.person === each),
      )
      const known = context.readPlan(id)
      if (known === null) return // taken off meanwhile: it must not come back
      // A newer app has been here meanwhile: this one would show half of it.
      if (readSchemaVersion(doc) > SCHEMA_VERSION) return outgrown()
      const title = readTitle(doc)[0] ?? ''
      current = { ...known, title, people, openedAt: current.openedAt, unshared: dirty, sharedAt }
      await context.savePlan(current)
    }
    let stopTimer: (() => void) | null = null
    update = () => {
      view.update()
      stopTimer ??= environment.after(ROW_INTERVAL_MS, () => {
        stopTimer = null
        void saveRow()
      })
    }
    stops.push(async () => {
      stopTimer?.()
      await saveRow()
    })
    const onEdit = (_update: Uint8Array, _origin: unknown, _doc: unknown, transaction: { local: boolean }): void => {
      if (transaction.local) context.written()
      update()
    }
    doc.on('update', onEdit)
    session.awareness.on('change', update)
    stops.push(copy.onChange(update))
    await saveRow()
    setState({
      name: 'open',
      plan: {
        id,
        me: person.id,
        doc,
        awareness: session.awareness,
        personAt: session.personAt,
        role: view.role,
        members: view.members,
        invitations: view.invitations,
        sharing: view.sharing,
        alarms,
        async invite(options) {
          const result = await invite(context, session, id, person, options)
          rows = await database.readInvitations()
          view.update()
          return result
        },
        cancelInvitation: (locator) => cancelInvitation(context, session, person, locator),
        async setRole(member, role) {
          const outcome = await session.append(async (chain) =>
            roleOf(chain, member) === role ? null : makeRole(chain, person, member, role),
          )
          return { ok: outcome === 'done' }
        },
      },
    })
  }

  void then(async () => {
    await after
    const row = context.readPlan(id)
    if (row === null) return void setState({ name: 'failed', reason: 'not-on-device' })
    if (!(await lock.take(lost))) return void setState({ name: 'elsewhere' })
    if (closing) lock.release()
    else await start(row)
  })

  return {
    state,
    useHere() {
      setState({ name: 'opening' })
      void then(async () => {
        const row = context.readPlan(id)
        if (row === null || closing) return
        await lock.steal(lost)
        await start(row)
      })
    },
    close() {
      closing = true
      return then(stopAll)
    },
  }
}
