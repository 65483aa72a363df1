/** Brings one plan to life: document, local copy, sync, in this order; what was started goes into `stops`. */
import { createSignal } from 'solid-js'
import { SCHEMA_VERSION } from '#domain/plan-doc.ts'
import { readSchemaVersion, readTitle } from '#domain/plan.ts'
import type { Alarm, OpenFailure, OpenPlan } from '#reactive/workspace.ts'
import { roleOf } from '#shared/chain/chain.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { makeRole } from '#keys/make-records.ts'
import { createMemoryCopy } from '#storage/local-copy.ts'
import type { InvitationRow, PlanRow } from '#storage/rows.ts'
import { openSession } from '#sync/session.ts'
import type { Documents } from './documents.ts'
import { followPage } from './follow-page.ts'
import { cancelInvitation, type InvitationContext, invite } from './invitations.ts'
import { createPlanView, toAlarm } from './plan-view.ts'
import type { Stops } from './stops.ts'

export type OpenPlanContext = InvitationContext & {
  readonly documents: Documents
  person(): Promise<KeyHolder>
  readPlan(id: WorkspaceId): PlanRow | null
  /** Changes what the home screen knows of a plan; one that was taken off meanwhile does not come back. */
  changePlan(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<void>
  /** Something was written: a good moment to ask the browser to keep it. */
  written(): void
}

/** What the home screen knows of a plan is written at most this often, in ms. */
const ROW_INTERVAL_MS = 500
/** Leaving a plan waits this long for what is on its way to the relay, in ms. */
const SETTLE_MS = 1_500

export type Running =
  | { readonly ok: true; readonly plan: OpenPlan }
  | { readonly ok: false; readonly reason: OpenFailure }

/** Once for each kind and author: a log that is read anew would repeat them all. */
const addAlarm = (alarms: readonly Alarm[], alarm: Alarm): readonly Alarm[] =>
  alarms.some(({ name, person }) => name === alarm.name && person === alarm.person) ? alarms : [...alarms, alarm]

/** `outgrown` is called when a newer app has raised the plan above what this one can show. */
export const runPlan = async (
  context: OpenPlanContext,
  row: PlanRow,
  stops: Stops,
  outgrown: () => void,
): Promise<Running> => {
  const { database, documents, environment, relay } = context
  const { id } = row
  const opened = await documents.open(id)
  if (!opened.ok) return { ok: false, reason: 'damaged' }
  const { doc } = opened
  let { copy } = opened
  stops.add(() => documents.close(id, doc, copy))
  if (readSchemaVersion(doc) > SCHEMA_VERSION) return { ok: false, reason: 'outdated-app' }

  const person = await context.person()
  const [alarms, setAlarms] = createSignal<readonly Alarm[]>([])
  let rows: readonly InvitationRow[] = await database.readInvitations()
  let update = (): void => {}
  const session = await openSession({
    workspace: id,
    holder: person,
    doc,
    store: documents.syncStore(id),
    relay,
    environment,
    schema: SCHEMA_VERSION,
    sharedAt: row.sharedAt,
    changed: () => update(),
    alarm: (alarm) => setAlarms((before) => addAlarm(before, toAlarm(alarm))),
    // What sync keeps beside the document can be read again from the relay; that the copy fails is said by local-copy.
    storeFailed: () => {},
  })
  stops.add(async () => {
    await session.flush()
    await session.settle(SETTLE_MS)
    await session.stop()
  })
  if (session.saltLost) {
    await copy.close()
    copy = createMemoryCopy()
  }
  stops.add(followPage(session, copy))

  const view = createPlanView(doc, copy, session, person.id, () => rows)
  const openedAt = environment.now()
  const saveRow = async (): Promise<void> => {
    if (readSchemaVersion(doc) > SCHEMA_VERSION) return outgrown()
    const { dirty, sharedAt } = session.state()
    // Also who only reads, and who gave no name: they see the plan too.
    const people = view
      .members()
      .filter((member) => !member.me)
      .map(({ name, colour }) => ({ name, colour }))
    const title = readTitle(doc)[0] ?? ''
    await context.changePlan(id, (known) => ({ ...known, title, people, openedAt, unshared: dirty, sharedAt }))
  }
  let stopTimer: (() => void) | null = null
  update = () => {
    view.update()
    stopTimer ??= environment.after(ROW_INTERVAL_MS, () => {
      stopTimer = null
      saveRow().catch(environment.report)
    })
  }
  stops.add(async () => {
    update = () => {}
    stopTimer?.()
    await saveRow()
  })
  const onEdit = (_update: Uint8Array, _origin: unknown, _doc: unknown, transaction: { local: boolean }): void => {
    if (transaction.local) context.written()
    update()
  }
  doc.on('update', onEdit)
  session.awareness.on('change', () => update())
  stops.add(copy.onChange(() => update()))
  await saveRow()
  const { role, members, invitations, sharing } = view
  const { awareness, personAt } = session
  const plan: OpenPlan = {
    id,
    me: person.id,
    doc,
    awareness,
    personAt,
    role,
    members,
    invitations,
    sharing,
    alarms,
    async invite(options) {
      const result = await invite(context, session, id, person, options)
      rows = await database.readInvitations()
      view.update()
      return result
    },
    cancelInvitation: (locator) => cancelInvitation(context, session, person, locator),
    async setRole(member, wanted) {
      const outcome = await session.append(async (chain) =>
        roleOf(chain, member) === wanted ? null : makeRole(chain, person, member, wanted),
      )
      return { ok: outcome === 'done' }
    },
  }
  return { ok: true, plan }
}
