/** The rows of this device's plans as signals over the database; what the disk refuses lasts as long as the page. */
import { type Accessor, createSignal } from 'solid-js'
import type { PlanSummary } from '#ports/device.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { PlanRow } from '#storage/rows.ts'
import { sameSummaries, toSummaries } from './plan-list.ts'

export type PlanRows = {
  readonly rows: Accessor<readonly PlanRow[]>
  readonly summaries: Accessor<readonly PlanSummary[]>
  read(id: WorkspaceId): PlanRow | null
  /** Reads them again. */
  refresh(): Promise<void>
  save(rows: readonly PlanRow[]): Promise<void>
  /** Resolves with those that were not in the list; the others stay as they are. */
  add(rows: readonly PlanRow[]): Promise<readonly WorkspaceId[]>
  /** In one transaction: another tab, or the open plan itself, may be changing or deleting the row at the same time. */
  change(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<void>
  remove(id: WorkspaceId): Promise<void>
  /** Goes on with what another database has. */
  begin(): Promise<void>
}

export const createPlanRows = (database: () => DeviceDatabase, first: readonly PlanRow[]): PlanRows => {
  const [rows, setRows] = createSignal(first)
  const [summaries, setSummaries] = createSignal(toSummaries(first), { equals: sameSummaries })
  /** Such as a plan that was joined while the disk was full. */
  const unsaved = new Map<WorkspaceId, PlanRow>()
  const keep = async (row: PlanRow): Promise<void> => {
    if ((await database().savePlan(row)).ok) unsaved.delete(row.id)
    else unsaved.set(row.id, row)
  }
  const refresh = async (): Promise<void> => {
    for (const row of unsaved.values()) await keep(row)
    const now = [...unsaved.values(), ...(await database().readPlans())]
    setRows(now)
    setSummaries(toSummaries(now))
  }
  return {
    rows,
    summaries,
    read: (id) => rows().find((row) => row.id === id) ?? null,
    refresh,
    async save(added) {
      for (const row of added) await keep(row)
      await refresh()
    },
    async add(added) {
      const fresh: WorkspaceId[] = []
      for (const row of added) {
        const stored = unsaved.has(row.id) ? null : await database().addPlan(row)
        if (stored?.ok === false) unsaved.set(row.id, row)
        if (stored?.ok === false || stored?.added) fresh.push(row.id)
      }
      await refresh()
      return fresh
    },
    async change(id, change) {
      const row = unsaved.get(id)
      if (row === undefined) await database().changePlan(id, change)
      else unsaved.set(id, change(row))
      await refresh()
    },
    async remove(id) {
      unsaved.delete(id)
      await database().removePlan(id)
      await refresh()
    },
    async begin() {
      unsaved.clear()
      await refresh()
    },
  }
}
