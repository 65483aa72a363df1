/**
 * The shell, the one place where the machine meets the world: it hands the machine events, one at a time, and runs the effects
 * of each step in their order. It decides nothing.
 */
import type { Environment, Stop } from '../environment.ts'
import type { Effect, TellEffect, TimerEffect } from './machine/effects.ts'
import type { AnswerEvent, Happening, Moment } from './machine/events.ts'
import type { State } from './machine/state.ts'
import { step } from './machine/step.ts'
import type { TimerName } from './machine/ticket.ts'
import { answerCrypto, type CryptoContext } from './run-crypto.ts'
import type { DocumentRunner } from './run-document.ts'
import type { createNetworkRunner } from './run-network.ts'
import type { StoreRunner } from './run-store.ts'

/** Delivers the answer to an effect of WebCrypto or the store: at once, or when a schedule says so. */
export type Deliver = (answer: () => void) => void

export type Shell = {
  state(): State
  dispatch(event: Happening): void
  readonly document: DocumentRunner
  readonly store: StoreRunner
  /** Resolves when everything that has arrived is handled. */
  idle(): Promise<void>
}

export type ShellContext = {
  readonly first: State
  readonly environment: Environment
  readonly crypto: CryptoContext
  readonly deliver: Deliver
  /** The runners of effects; each may dispatch events. */
  connectTo(
    dispatch: (event: Happening) => void,
    answer: (event: AnswerEvent) => void,
  ): {
    readonly network: ReturnType<typeof createNetworkRunner>
    readonly document: DocumentRunner
    readonly store: StoreRunner
  }
  tell(effect: TellEffect): void
}

export const createShell = ({ first, environment, crypto, deliver, connectTo, tell }: ShellContext): Shell => {
  let state = first
  let events: readonly Happening[] = []
  let isRunning = false
  const stops = new Map<TimerName, Stop>()
  let waiting: readonly (() => void)[] = []

  const moment = (): Moment => ({
    now: environment.now(),
    elapsed: environment.elapsed(),
    random: environment.random(),
  })
  const isIdle = (): boolean => events.length === 0 && state.task === null && state.inbox.length === 0
  const runTimer = (effect: TimerEffect): void => {
    switch (effect.type) {
      case 'start-timer': {
        const { name, ms, ticket } = effect
        return void stops.set(
          name,
          environment.after(ms, () => dispatch({ type: 'timer', ticket })),
        )
      }
      case 'stop-timer':
        stops.get(effect.name)?.()
        stops.delete(effect.name)
    }
  }
  const answer = (event: AnswerEvent): void => deliver(() => dispatch(event))
  /** An immediate answer comes before every other event. */
  const answerNow = (event: AnswerEvent | null): void => {
    if (event !== null) events = [event, ...events]
  }

  const run = (effect: Effect): void => {
    switch (effect.type) {
      case 'connect':
      case 'disconnect':
      case 'send':
        return network.run(effect)
      case 'start-timer':
      case 'stop-timer':
        return runTimer(effect)
      case 'sign-hello':
      case 'open-entries':
      case 'check-record':
      case 'seal-entry':
      case 'make-record':
      case 'make-epoch':
      case 'seal-presence':
      case 'open-presence':
      case 'open-checkpoint':
        return void answerCrypto(crypto, effect).then(answer, (error: unknown) => {
          environment.report(error)
          answer({ type: 'failed', ticket: effect.ticket })
        })
      case 'store-record':
      case 'replace-records':
      case 'store-cursor':
      case 'journal':
      case 'keep-cursor':
      case 'load-records':
        return store.run(effect)
      case 'changed':
      case 'alarm':
      case 'checkpoint-rejected':
      case 'answer-append':
      case 'answer-repair':
      case 'answer-settle':
      case 'stopped':
        return tell(effect)
      case 'apply':
      case 'find-missing':
      case 'find-unshared':
      case 'diff':
      case 'copy-document':
      case 'begin-replay':
      case 'replay':
      case 'settle-replay':
      case 'leave-awareness':
      case 'provider-connect':
      case 'provider-disconnect':
      case 'provider-rest':
      case 'open-socket':
      case 'end-socket':
      case 'keep-alive':
      case 'announce':
      case 'show-presence':
      case 'provider-destroy':
        return answerNow(document.run(effect))
    }
  }
  /** A bug is reported, and stops only the effect that it hit. */
  const runSafely = (effect: Effect): void => {
    try {
      run(effect)
    } catch (error) {
      environment.report(error)
      if ('ticket' in effect && effect.ticket.what === 'task') answerNow({ type: 'failed', ticket: effect.ticket })
    }
  }
  const take = (event: Happening): void => {
    try {
      const next = step(state, { ...event, at: moment() })
      state = next.state
      next.effects.forEach(runSafely)
    } catch (error) {
      environment.report(error)
      if (event.type !== 'bug') events = [{ type: 'bug' }, ...events]
    }
  }
  const dispatch = (event: Happening): void => {
    events = [...events, event]
    if (isRunning) return
    isRunning = true
    for (let [next] = events; next !== undefined; [next] = events) {
      events = events.slice(1)
      take(next)
    }
    isRunning = false
    if (!isIdle()) return
    const told = waiting
    waiting = []
    for (const resolve of told) resolve()
  }
  const { network, document, store } = connectTo(dispatch, answer)

  return {
    state: () => state,
    dispatch,
    document,
    store,
    idle: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve]
        if (isIdle()) resolve()
      }),
  }
}
