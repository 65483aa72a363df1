/** Drives a machine by hand: time passes when told to, and effects are only recorded. */
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_ITEM_BYTES, MAX_LOG_BYTES } from '#shared/protocol/limits.ts'
import { EMPTY_RING } from '#keys/key-ring.ts'
import { holderOf, secretOf } from '#keys/testing/circle.ts'
import { NO_FAILURES } from '#sync/connection/backoff.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { NO_BATCH, NO_REFUSALS } from '../state.ts'
import type { Effect } from '../effects.ts'
import type { Happening } from '../events.ts'
import type { State } from '../state.ts'
import { step } from '../step.ts'
import type { Ticket } from '../ticket.ts'
import { createTurn, type Turn } from '../turn.ts'

const worker = await holderOf('worker')
const SALT = new Uint8Array(8)

/** The state of a device that has opened a plan and is not connected. */
export const firstState = (part: Partial<State> = {}): State => {
  const workspace = toWorkspaceId(secretOf('plan'))
  const own = { salts: new Map([[1, SALT]]), current: 1 }
  return {
    setup: { workspace, me: worker.id, own, schema: 1, root: null, checkpointChance: 0, leastCheckpoint: null },
    connection: { name: 'waiting', socket: null },
    log: startOfLog(workspace),
    ring: EMPTY_RING,
    knownRecords: null,
    repair: null,
    awaitingKey: [],
    sharing: {
      dirty: false,
      sharedAt: null,
      edited: null,
      edits: 0,
      blocked: null,
      missingFromLog: [],
      batching: NO_BATCH,
    },
    present: new Map(),
    limits: { itemBytes: MAX_ITEM_BYTES, logBytes: MAX_LOG_BYTES },
    relayClock: null,
    backoff: NO_FAILURES,
    refusals: NO_REFUSALS,
    turnedAwaySince: null,
    keptAliveAt: -Infinity,
    hasCursor: false,
    epochIsDue: false,
    inbox: [],
    task: null,
    timers: {},
    generation: 0,
    sequence: 0,
    ...part,
  }
}

export type Driver = ReturnType<typeof drive>

export const drive = (first: State) => {
  let state = first
  let elapsed = 0
  let clock = 1_700_000_000_000
  let timers: readonly { readonly at: number; readonly ticket: Ticket }[] = []
  let effects: readonly Effect[] = []
  const at = () => ({ now: clock, elapsed, random: 0.5 })

  const note = (more: readonly Effect[]): readonly Effect[] => {
    effects = [...effects, ...more]
    for (const effect of more)
      if (effect.type === 'start-timer') timers = [...timers, { at: elapsed + effect.ms, ticket: effect.ticket }]
    return more
  }
  const dispatch = (happening: Happening): readonly Effect[] => {
    const next = step(state, { ...happening, at: at() })
    state = next.state
    return note(next.effects)
  }
  return {
    state: () => state,
    now: () => clock,
    dispatch,
    /** All effects so far. */
    effects: () => effects,
    /** The ticket of the newest connection. */
    connection(): Ticket {
      const opened = effects.findLast((effect) => effect.type === 'connect')
      if (opened?.type !== 'connect') throw new Error('Nothing was connected.')
      return opened.ticket
    },
    /** Runs one part of a step by itself. */
    take(part: (turn: Turn) => void): void {
      const turn = createTurn(state, at())
      part(turn)
      state = turn.state
      note(turn.effects)
    },
    /** The running timers. */
    running: () => Object.keys(state.timers),
    setClock(now: number): void {
      clock = now
    },
    pass(ms: number): void {
      const end = elapsed + ms
      for (;;) {
        const [next] = timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        timers = timers.filter((each) => each !== next)
        clock += Math.max(0, next.at - elapsed)
        elapsed = Math.max(elapsed, next.at)
        dispatch({ type: 'timer', ticket: next.ticket })
      }
      clock += end - elapsed
      elapsed = end
    },
  }
}
