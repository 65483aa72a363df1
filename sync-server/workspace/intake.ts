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
  /** The disk is nearly full: only records are taken, so that a member can still be removed. */
  readonly isReadOnly: () => boolean
}
export type Intake = {
  /** Why this item is refused unread; `null`: it is passed on, and a reply is owed. */
  refusalOf(item: Uint8Array): Refusal | null
  /** The oldest item that was passed on has its reply. */
  answered(refusal: Refusal | null): void
}

class HeldIntake implements Intake {
  private readonly options: IntakeOptions
  private readonly waiting: { readonly bytes: number; readonly isRecord: boolean }[] = []
  private waitingBytes = 0
  private held: { readonly reason: Refusal; readonly since: number } | null = null

  private readonly mayAppend: (bytes: number) => boolean

  constructor(options: IntakeOptions, mayAppend: (bytes: number) => boolean) {
    this.options = options
    this.mayAppend = mayAppend
  }
  refusalOf(item: Uint8Array): Refusal | null {
    const isRecord = itemKind(item) === 'record'
    const refusal = this.judge(item.length, isRecord)
    const bytes = refusal === null ? item.length : 0
    this.waiting.push({ bytes, isRecord })
    this.waitingBytes += bytes
    return refusal
  }
  answered(refusal: Refusal | null): void {
    const oldest = this.waiting.shift()
    this.waitingBytes -= oldest?.bytes ?? 0
    const isFull = refusal === 'relay-full' || refusal === 'workspace-full'
    if (isFull && this.held === null && oldest?.isRecord === false) this.hold(refusal)
  }

  private hold(reason: Refusal): Refusal {
    this.held = { reason, since: this.options.now() }
    return reason
  }
  private judge(bytes: number, isRecord: boolean): Refusal | null {
    const { limits, now, isReadOnly } = this.options
    const heldFor = this.held === null ? 0 : now() - this.held.since
    if (heldFor < 0 || heldFor >= HOLD_MS) this.held = null // a clock that was set back makes nobody wait
    if (this.held !== null && (!isRecord || this.held.reason === 'rate')) return this.held.reason
    if (isReadOnly() && !isRecord) return this.hold('relay-full')
    return this.waitingBytes + bytes > limits.waitingBytes || !this.mayAppend(bytes) ? this.hold('rate') : null
  }
}

/** `mayAppend`: whether the person and the workspace may append so many bytes. */
export const createIntake = (options: IntakeOptions, mayAppend: (bytes: number) => boolean): Intake =>
  new HeldIntake(options, mayAppend)
