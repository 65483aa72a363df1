/** A device that keeps nothing once the page closes: "only for now" on shared computers, and where the browser refuses storage. */
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { createAtRest } from '../at-rest/at-rest.ts'
import type { DeviceDatabase, StoresInMemory } from './device-database.ts'
import type { Kept } from '../failure.ts'
import { createMemoryDraftStore } from '../drafts/memory-draft-store.ts'
import { leaveBehind } from '../moving.ts'
import type { InvitationRow, PlanRow } from '../rows.ts'

const KEPT: Kept = { ok: true }

export const createMemoryDeviceDatabase = (): DeviceDatabase => {
  let secret: Uint8Array | null = null
  const earlier = new Map<PersonId, Uint8Array>()
  const settings = new Map<string, string>()
  const plans = new Map<WorkspaceId, PlanRow>()
  const seenLast = new Map<WorkspaceId, string>()
  const invitations = new Map<Locator, InvitationRow>()
  const drafts = createMemoryDraftStore()
  const plansAt: StoresInMemory = { sync: new Map(), notices: new Map(), journals: new Map() }
  return {
    atRest: createAtRest(),
    lock: null,
    readPersonSecret: async () => secret?.slice() ?? null,
    async keepPersonSecret(candidate) {
      secret ??= candidate.slice()
      return { ok: true, secret: secret.slice() }
    },
    readEarlierSecret: async (person) => earlier.get(person)?.slice() ?? null,
    async keepEarlierSecret(person, known) {
      earlier.set(person, known.slice())
      return KEPT
    },
    async changePerson(next, before, { movesTo } = {}) {
      if (secret !== null) earlier.set(before, secret)
      secret = next.slice()
      for (const row of plans.values()) plans.set(row.id, leaveBehind(row, before, movesTo))
      return KEPT
    },
    async removeEarlierSecret(person) {
      earlier.delete(person)
      return KEPT
    },
    readSetting: async (name) => settings.get(name) ?? null,
    async saveSetting(name, value) {
      settings.set(name, value)
      return KEPT
    },
    readPlans: async () => [...plans.values()].toSorted((a, b) => b.openedAt - a.openedAt),
    async savePlan(row) {
      plans.set(row.id, row)
      return KEPT
    },
    async addPlan(row) {
      const added = !plans.has(row.id)
      if (added) plans.set(row.id, row)
      return { ok: true, added }
    },
    async changePlan(id, change) {
      const row = plans.get(id)
      if (row !== undefined) plans.set(id, change(row))
      return KEPT
    },
    readSeenLast: async (id) => seenLast.get(id) ?? null,
    async keepSeenLast(id, text) {
      if (text !== null && plans.has(id)) seenLast.set(id, text)
      else seenLast.delete(id)
      return KEPT
    },
    async removePlan(id) {
      plans.delete(id)
      seenLast.delete(id)
      for (const stores of Object.values(plansAt)) stores.delete(id)
      await drafts.removeAll(id)
      for (const { locator, workspace } of invitations.values()) if (workspace === id) invitations.delete(locator)
      return KEPT
    },
    readInvitations: async () => [...invitations.values()],
    async saveInvitation(row) {
      invitations.set(row.locator, row)
      return KEPT
    },
    async removeInvitation(locator) {
      invitations.delete(locator)
      return KEPT
    },
    plansAt,
    drafts,
    async erase() {
      secret = null
      for (const kind of [earlier, settings, plans, seenLast, invitations, ...Object.values(plansAt), drafts])
        kind.clear()
      return KEPT
    },
    close() {},
  }
}
