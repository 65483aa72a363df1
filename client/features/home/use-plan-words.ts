/**
 * What stands in the plans of this device, read when somebody first searches, plan after plan, and forgotten with the screen: nothing of
 * it is stored beside the plans themselves.
 */
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { PlanSummary } from '#ports/device.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { useDevice } from '#reactive/use-device.ts'
import { type ReadPlans, toRead } from './find-words.ts'

/** A plan is read again when others changed it meanwhile. */
const versionOf = ({ news, coming }: PlanSummary): string => JSON.stringify([news, coming])

export type PlanWords = { readonly read: Accessor<ReadPlans>; readonly reading: Accessor<boolean> }

export const usePlanWords = (wanted: () => boolean): PlanWords => {
  const device = useDevice()
  const [read, setRead] = createSignal<ReadPlans>(new Map())
  const [reading, setReading] = createSignal(false)
  const versions = new Map<WorkspaceId, string>()
  let gone = false
  onCleanup(() => (gone = true))

  const next = (): PlanSummary | undefined =>
    gone ? undefined : device.plans().find((plan) => versions.get(plan.id) !== versionOf(plan))
  const readAll = async (): Promise<void> => {
    setReading(true)
    for (let plan = next(); plan !== undefined; plan = next()) {
      const { id } = plan
      versions.set(id, versionOf(plan))
      const passages = toRead(await device.readPassages(id))
      setRead((before) => new Map([...before, [id, passages]]))
    }
    setReading(false)
  }
  createEffect(() => {
    if (wanted() && next() !== undefined && !reading()) void readAll()
  })
  return { read, reading }
}
