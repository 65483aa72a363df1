/**
 * Limits on what one connection may append, applied before the item is decoded. Apps send on without waiting for an answer,
 * and later entries build on earlier ones. So after one refusal for lack of room or rate, everything that follows is
 * refused for a while: an entry that builds on a refused one would be skipped (E5), and its author would be accused.
 */
import { itemKind } from '#shared/protocol/log.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { RelayLimits } from '../limits/limits.ts'

/** In ms: below the 5 s after which apps send again (PROTOCOL.md §7), above any usual round trip. */
export const HOLD_MS = 4_000

export type IntakeOptions = {
  readonly limits: Pick<RelayLimits, 'waitingBytes'>
  /** ms. */
  readonly now: () => number
  /** Whether the person and the workspace may append so many bytes. */
  readonly mayAppend: (bytes: number) => boolean
  /** The disk is nearly full: only records are taken, so that a member can still be removed. */
  readonly isReadOnly: () => boolean
}
export type Intake = {
  /** Why this item is refused unread; `null`: it is passed on, and a reply is owed. */
  refusalOf(item: Uint8Array): Refusal | null
  /** The oldest item that was passed on has its reply. */
  answered(refusal: Refusal | null): void
}

export const createIntake = ({ limits, now, mayAppend, isReadOnly }: IntakeOptions): Intake => {
  const waiting: { readonly bytes: number; readonly isRecord: boolean }[] = []
  let waitingBytes = 0
  let held: { readonly reason: Refusal; readonly until: number } | null = null

  const hold = (reason: Refusal): Refusal => {
    held = { reason, until: now() + HOLD_MS }
    return reason
  }
  const judge = (bytes: number, isRecord: boolean): Refusal | null => {
    if (held !== null && now() >= held.until) held = null
    if (held !== null && (!isRecord || held.reason === 'rate')) return held.reason
    if (isReadOnly() && !isRecord) return hold('relay-full')
    return waitingBytes + bytes > limits.waitingBytes || !mayAppend(bytes) ? hold('rate') : null
  }
  return {
    refusalOf(item) {
      const isRecord = itemKind(item) === 'record'
      const refusal = judge(item.length, isRecord)
      const bytes = refusal === null ? item.length : 0
      waiting.push({ bytes, isRecord })
      waitingBytes += bytes
      return refusal
    },
    answered(refusal) {
      const oldest = waiting.shift()
      waitingBytes -= oldest?.bytes ?? 0
      const isFull = refusal === 'relay-full' || refusal === 'workspace-full'
      if (isFull && held === null && oldest?.isRecord === false) hold(refusal)
    },
  }
}
