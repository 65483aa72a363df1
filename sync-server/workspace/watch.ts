/** What the relay tells whoever watches over it: how much and how often, never who. Called for every message: adds, and no more. */
import type { CloseName } from '#shared/protocol/close-codes.ts'
import type { LimitName } from '../limits/limits.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'

/** `listed`: a device asked which workspaces a person has. */
export type HelloResult = 'admitted' | 'listed' | CloseName
export type AppendOutcome = 'committed' | Refusal

export type Watch = {
  socketOpened(): void
  /** By whatever code: the other side may name any. */
  socketClosed(code: number): void
  received(bytes: number): void
  sent(bytes: number): void
  hello(result: HelloResult): void
  append(outcome: AppendOutcome): void
  /** Somebody met a limit. */
  met(limit: LimitName): void
}

const nothing = (): void => {}
/** For tests and the simulation. */
export const NO_WATCH: Watch = {
  socketOpened: nothing,
  socketClosed: nothing,
  received: nothing,
  sent: nothing,
  hello: nothing,
  append: nothing,
  met: nothing,
}
