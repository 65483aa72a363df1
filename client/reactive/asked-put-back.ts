/**
 * What somebody asked at home to put back: the plan's own notice does it, once the plan is open. Not in the address, where a link
 * of others could ask it.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'

/** A plan that opens later than this, in ms, was opened for something else. */
const ASKED_MS = 60_000

/** `from`: the first item of the log that took something away. */
type Asked = { readonly plan: WorkspaceId; readonly from: number; readonly at: number }
let asked: Asked | null = null

export const askPutBack = (plan: WorkspaceId, from: number, at: number): void => {
  asked = { plan, from, at }
}

/** Whether it was asked, a moment ago; only once. */
export const takePutBack = (plan: WorkspaceId, from: number, now: number): boolean => {
  const isAsked = asked?.plan === plan && asked.from === from && now - asked.at < ASKED_MS
  if (isAsked) asked = null
  return isAsked
}
