/** A plan that this device's person has joined, or brings back, in the list of plans: from then on it is opened as they are now. */
import type { Device } from '#ports/device.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { followJoin } from '#storage/moving.ts'
import type { Environment } from '#sync/environment.ts'
import type { Engine } from './engine.ts'
import type { DeviceHome } from './home/device-home.ts'
import { newRow } from './store/plan-list.ts'
import type { PlanRows } from './store/plan-rows.ts'

export type JoinedPlansOptions = {
  readonly environment: Pick<Environment, 'now'>
  engine(): Promise<Pick<Engine, 'join' | 'visit'>>
  readonly plans: Pick<PlanRows, 'read' | 'save' | 'change'>
  readonly own: Pick<DeviceHome, 'broughtBack' | 'called'>
  me(): Promise<PersonId>
  /** Ends the visits that are under way. */
  giveWay(): Promise<void>
}
export type JoinedPlans = {
  remember(id: WorkspaceId): Promise<void>
  readonly join: Device['join']
}

export const createJoinedPlans = ({
  environment,
  engine,
  plans,
  own,
  me,
  giveWay,
}: JoinedPlansOptions): JoinedPlans => {
  const remember = async (id: WorkspaceId): Promise<void> => {
    const row = plans.read(id)
    await own.broughtBack(id)
    if (row === null) await plans.save([newRow(id, 'joined', '', environment.now())])
    else if (row.coming === 'refused') await plans.save([{ ...row, coming: null }]) // invited anew
  }
  const joined = async (id: WorkspaceId): Promise<void> => {
    await giveWay()
    await remember(id)
    const person = await me()
    await plans.change(id, (row) => followJoin(row, person))
  }
  return {
    remember,
    async join(link, { name, code }) {
      const { join, visit } = await engine()
      const result = await join(link, own.called(name), code, () => joined(link.workspace))
      const row = plans.read(link.workspace)
      // A plan on screen is not visited: what the earlier card had not shared goes along before it opens.
      if (result.ok && row?.move?.joined) await visit(row).outcome
      return result
    },
  }
}
