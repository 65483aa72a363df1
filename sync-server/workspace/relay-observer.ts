/**
 * What the relay reports to metrics: how much and how often, never who. Called for every message, so an implementation only
 * adds numbers.
 */
import type { CloseName } from '#shared/protocol/close-codes.ts'
import type { LimitName } from '../limits/limits.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'

/** `listed`: a device asked for a person's workspaces. */
export type HelloResult = 'admitted' | 'listed' | CloseName
export type AppendOutcome = 'committed' | Refusal

export type RelayObserver = {
  socketOpened(): void
  /** Any code: the other side chooses it. */
  socketClosed(code: number): void
  received(bytes: number): void
  sent(bytes: number): void
  hello(result: HelloResult): void
  append(outcome: AppendOutcome): void
  /** A limit was met. */
  met(limit: LimitName): void
}

const nothing = (): void => {}
/** For tests and the simulation. */
export const NO_OBSERVER: RelayObserver = {
  socketOpened: nothing,
  socketClosed: nothing,
  received: nothing,
  sent: nothing,
  hello: nothing,
  append: nothing,
  met: nothing,
}
