/** What this device knows of time, for the open plan: see `Times`. */
import type { Times } from '#domain/document/moments.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlatform } from './use-platform.ts'

export const useTimes = (): (() => Times) => {
  const plan = useOpenPlan()
  const platform = usePlatform()
  return () => ({ now: platform.now(), editedAt: plan.editedAt })
}
