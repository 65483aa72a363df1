/** Counters as plain numbers, so that a message costs one addition. Every possible name exists from the start, at zero. */
import { CLOSE, closeName, type CloseName } from '#shared/protocol/close-codes.ts'
import { REFUSALS } from '#shared/protocol/relay-frames.ts'
import { LIMITS, type LimitName } from '../limits/limits.ts'
import type { AppendOutcome, HelloResult, RelayObserver } from '../workspace/relay-observer.ts'

const CLOSE_NAMES = Object.keys(CLOSE) as CloseName[]
/**
 * How sockets end: by our close codes, by a browser's normal close, by a lost network; `other` is any code that somebody
 * made up.
 */
const ENDINGS = [...CLOSE_NAMES, 'left', 'lost', 'tooLarge', 'other'] as const
type Ending = (typeof ENDINGS)[number]
/** RFC 6455 §7.4.1: normal closure, going away, no code. 1006: no close frame. */
const ENDING_OF_CODE: Readonly<Record<number, Ending>> = {
  1000: 'left',
  1001: 'left',
  1005: 'left',
  1006: 'lost',
  1009: 'tooLarge',
}

export type Counts = {
  socketsOpen: number
  socketsOpened: number
  receivedBytes: number
  sentBytes: number
  readonly endings: Record<Ending, number>
  readonly hellos: Record<HelloResult, number>
  readonly appends: Record<AppendOutcome, number>
  readonly limits: Record<LimitName, number>
}

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

export const createTally = (): { readonly observer: RelayObserver; readonly counts: Readonly<Counts> } => {
  const counts: Counts = {
    socketsOpen: 0,
    socketsOpened: 0,
    receivedBytes: 0,
    sentBytes: 0,
    endings: zeros(ENDINGS),
    hellos: zeros(['admitted', 'listed', ...CLOSE_NAMES]),
    appends: zeros(['committed', ...REFUSALS]),
    limits: zeros(Object.keys(LIMITS) as LimitName[]),
  }
  const observer: RelayObserver = {
    socketOpened: () => {
      counts.socketsOpen += 1
      counts.socketsOpened += 1
    },
    socketClosed: (code) => {
      counts.socketsOpen -= 1
      counts.endings[closeName(code) ?? ENDING_OF_CODE[code] ?? 'other'] += 1
    },
    received: (bytes) => {
      counts.receivedBytes += bytes
    },
    sent: (bytes) => {
      counts.sentBytes += bytes
    },
    hello: (result) => {
      counts.hellos[result] += 1
    },
    append: (outcome) => {
      counts.appends[outcome] += 1
    },
    met: (limit) => {
      counts.limits[limit] += 1
    },
  }
  return { observer, counts }
}
