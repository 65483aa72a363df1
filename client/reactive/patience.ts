/**
 * Patience with the relay: right after a network has returned it is unreachable for a moment, so requests are repeated before
 * people are told. A device that reports no network is believed at once.
 */
import { createEffect, createRoot } from 'solid-js'
import type { OpenPlan } from '#ports/open-plan.ts'

/** The patience with a connection, in ms: a failed one is tried again after 0.1 to a few seconds, and a person who sees nothing for longer taps again. */
export const CONNECTION_PATIENCE_MS = 8_000

/** Resolves once the plan has its connection, can get none, or the patience is over. */
export const whenConnected = (plan: OpenPlan): Promise<void> =>
  new Promise((resolve) => {
    if (!navigator.onLine) return resolve()
    createRoot((dispose) => {
      const finish = (): void => {
        clearTimeout(timer)
        dispose()
        resolve()
      }
      const timer = setTimeout(finish, CONNECTION_PATIENCE_MS)
      createEffect(() => {
        const { connection } = plan.sharing()
        if (connection === 'online' || typeof connection === 'object') finish()
      })
    })
  })

/** The pauses between requests, in ms: the first is enough when the network has just changed, the second when its addresses are not known yet. */
const PAUSES_MS = [1_000, 2_000]

/** Repeats a request up to twice when there was no answer. */
export const askPatiently = async <Result extends { readonly ok: boolean; readonly reason?: string }>(
  ask: () => Promise<Result>,
): Promise<Result> => {
  let result = await ask()
  for (const pause of PAUSES_MS) {
    if (result.ok || result.reason !== 'offline' || !navigator.onLine) break
    await new Promise((resolve) => setTimeout(resolve, pause))
    result = await ask()
  }
  return result
}
