/**
 * Creates, reads and shares plans: documents, keys and sync. Its code is fetched once the list of plans is on screen. Knows
 * no screen.
 */
import { setMyColour, setMyName } from '#domain/plan/people.ts'
import { type Passage, readPassages } from '#domain/search/passages.ts'
import { beginPlan, setForSomeone } from '#domain/plan/plan.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { JoinResult, PreviewResult } from '#ports/device.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { InvitationLink } from '#keys/invitation-link.ts'
import { deriveHome } from '#keys/home-workspace.ts'
import { deriveKeyHolder, type Secret } from '#keys/key-holder.ts'
import { makeRoot } from '#keys/make-records.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import type { PlanRow } from '#storage/rows.ts'
import { UNNUMBERED } from '#sync/log/restore.ts'
import { type ListResult, listWorkspaces } from '#sync/workspaces/list-workspaces.ts'
import type { Called } from './home/device-home.ts'
import { createHomeKeeper, type HomeDevice, type HomeKeeper } from './home/home-keeper.ts'
import { createAlarmBook } from './plan/alarm-book.ts'
import { createPersonKeys, type PersonKeys } from './person/person-keys.ts'
import { createDocuments, type Documents } from './store/documents.ts'
import { joinWith, previewInvitation } from './invitation/invitations.ts'
import type { Endings, Running } from './plan/running.ts'
import type { OpenPlanContext } from './plan/plan-core.ts'
import { runPlan } from './plan/run-plan.ts'
import type { Stops } from './lifetime/stops.ts'
import { type Visit, visitPlan } from './plan/visit-plan.ts'

export type EngineContext = Omit<OpenPlanContext, 'database' | 'documents' | 'person' | 'alarmBook' | 'visits'> & {
  readonly database: DeviceDatabase
  readonly homeDevice: HomeDevice
  /** False "only for now": documents then last as long as the page. */
  readonly keeps: boolean
}
export type Engine = {
  /** Creates the plan with its first content; the caller adds it to the list. */
  makePlan(
    title: string,
    called: Called,
    forWhom: 'me' | 'someone',
    fill?: (doc: PlanDoc, me: PersonId) => void,
  ): Promise<WorkspaceId>
  preview(link: InvitationLink): Promise<PreviewResult>
  /** `joined` is called when this person has become a member, before anything is written. */
  join(link: InvitationLink, called: Called, code: string, joined: () => Promise<void>): Promise<JoinResult>
  run(row: PlanRow, stops: Stops, endings: Endings): Promise<Running>
  visit(row: PlanRow): Visit
  /** For a search; nothing where the copy cannot be read. */
  readPassages(id: WorkspaceId): Promise<readonly Passage[]>
  removeDocument(id: WorkspaceId): Promise<void>
  readonly keys: PersonKeys
  readonly home: HomeKeeper
  readonly documents: Documents
  /**
   * The plans of a person as the relay tells them, without their home: of a card's, of one that this device was before, or of
   * its own.
   */
  listPlans(of: Secret | PersonId | null): Promise<ListResult>
}

const deriveHomeId = async (secret: Secret): Promise<WorkspaceId> => (await deriveHome(secret)).id

export const createEngine = (given: EngineContext): Engine => {
  const { environment, keeps, relay } = given
  const database = withPlanStores(given.database)
  const documents = createDocuments(database, environment, keeps)
  const keys = createPersonKeys(database, environment)
  const person = () => keys.of(null)
  const alarmBook = createAlarmBook(database, () => environment.now())
  const context: OpenPlanContext = { ...given, database, documents, person: keys.of, alarmBook, visits: new Map() }
  const introduce = (doc: PlanDoc, me: PersonId, { name, colour }: Called): void => {
    if (name !== '') setMyName(doc, me, name, environment)
    if (colour !== null) setMyColour(doc, me, colour, environment)
  }
  const list = async (of: Secret | PersonId | null): Promise<ListResult> =>
    listWorkspaces({
      relay,
      environment,
      person: of === null || typeof of === 'string' ? await keys.of(of) : await deriveKeyHolder(of),
    })
  const home = createHomeKeeper({
    ...context,
    keys,
    homeDevice: given.homeDevice,
    listWorkspaces: () => list(null),
  })
  return {
    keys,
    documents,
    home,
    async listPlans(of) {
      const homeId = of === null ? home.id() : typeof of === 'string' ? keys.homeOf(of) : deriveHomeId(of)
      const [listed, own] = await Promise.all([list(of), homeId])
      return listed.ok ? { ok: true, ids: listed.ids.filter((id) => id !== own) } : listed
    },
    async makePlan(title, called, forWhom, fill) {
      const me = await person()
      const root = await makeRoot(me, 'plan', environment.randomBytes)
      const id = decodeRecord(root)?.workspace
      if (id === undefined) throw new Error('The root record that was just made cannot be read.')
      await database.syncStore(id).addRecords([{ seq: UNNUMBERED, bytes: root }])
      await documents.write(id, me.id, (doc) => {
        beginPlan(doc, title, environment)
        if (forWhom === 'someone') setForSomeone(doc, environment)
        introduce(doc, me.id, called)
        fill?.(doc, me.id)
      })
      return id
    },
    preview: async (link) => previewInvitation(context, link, await person()),
    async join(link, called, code, joined) {
      const me = await person()
      const result = await joinWith(context, link, code, me)
      if (!result.ok) return result
      await joined()
      // A reader writes nothing, not even a name: it could never be shared.
      if (called.name !== '' && mayWrite(result.role))
        await documents.write(link.workspace, me.id, (doc) => introduce(doc, me.id, called))
      return { ok: true, workspace: result.workspace }
    },
    run: (row, stops, endings) => runPlan(context, row, stops, endings),
    visit: (row) => visitPlan(context, row),
    async readPassages(id) {
      return (await documents.look(id, readPassages).catch(() => null)) ?? []
    },
    removeDocument(id) {
      alarmBook.forget(id)
      return documents.remove(id)
    },
  }
}
