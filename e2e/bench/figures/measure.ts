/** What every figure uses: the server's protocol, the server's resource usage, and statistics. */
import type { Used } from '../servers/start.ts'
import type { ServerAddress, ServerProtocol } from '../load/server-protocol.ts'

export const FIGURES = ['appends', 'deliveries', 'latency', 'memory', 'joins', 'typing', 'check'] as const
export type FigureName = (typeof FIGURES)[number]
/** By name, which includes the unit. */
export type Numbers = Readonly<Record<string, number>>

export type FigureContext = {
  readonly protocol: ServerProtocol
  readonly place: ServerAddress
  usage(): Promise<Used>
  /** After garbage collection. */
  memory(): Promise<Used>
  /** Restarts the server with its stored data. Nobody may be connected. */
  restart(): Promise<void>
  /** The length of one measuring window, in ms. */
  readonly windowMs: number
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The smallest value that this share of all values does not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index)
