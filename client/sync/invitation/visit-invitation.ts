/** Visits as the app makes them: the shell of visit-machine.ts on a socket, WebCrypto and the clock. Each visit ends by itself. */
import type { Chain } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { encodeAppFrame, helloBytesToSign, type Identity } from '#shared/protocol/app-frames.ts'
import type { Locator, WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { NETWORK_LOST } from '../connection/backoff.ts'
import { readFrames } from '../connection/read-frames.ts'
import { type RelayAddress, toSocketUrl } from '../connection/relay-address.ts'
import type { Environment, NetworkSocket, Stop } from '../environment.ts'
import { firstVisit, stepVisit, type VisitEffect, type VisitEvent, type VisitResult } from './visit-machine.ts'

/** Makes the join for the current chain; `null` when there is nothing to join with. */
type MakeJoin = (chain: Chain) => Promise<Uint8Array<ArrayBuffer> | null>

export type VisitOptions = {
  readonly relay: RelayAddress
  readonly environment: Environment
  readonly workspace: WorkspaceId
  readonly locator: Locator
  readonly invitation: KeyHolder
}

/** One connection over which a newcomer first looks and then joins. */
export type InvitationVisit = {
  /** Whether the look is done and the connection can still carry the join. */
  isOpen(): boolean
  look(): Promise<VisitResult>
  join(make: MakeJoin): Promise<VisitResult>
}

type Context = Pick<VisitOptions, 'relay' | 'environment' | 'workspace'> & { readonly holder: KeyHolder }
type Visit = {
  isOpen(): boolean
  ask(what: 'look' | 'join' | 'knock', make?: MakeJoin): Promise<VisitResult | 'known'>
}

const createVisit = ({ relay, environment, workspace, holder }: Context, identity: Identity): Visit => {
  let state = firstVisit(workspace, identity)
  let socket: NetworkSocket | null = null
  let stopListening: Stop = () => {}
  const stops = new Map<string, Stop>()
  let make: MakeJoin = async () => null
  let resolve = (_result: VisitResult | 'known'): void => {}

  const dispatch = (event: VisitEvent): void => {
    const next = stepVisit(state, event)
    state = next.state
    next.effects.forEach(run)
  }
  const connect = (): void => {
    const since = environment.elapsed()
    const opened = environment.openSocket(toSocketUrl(relay, workspace))
    opened.binaryType = 'arraybuffer'
    opened.onmessage = ({ data }: { readonly data: unknown }) =>
      dispatch({ type: 'message', frames: readFrames(environment, data, since) })
    opened.onclose = ({ code }) => dispatch({ type: 'closed', code })
    opened.onerror = () => {} // a close event follows
    socket = opened
    stopListening = environment.onOffline(() => dispatch({ type: 'closed', code: NETWORK_LOST }))
  }
  const disconnect = (): void => {
    stopListening()
    if (socket === null) return
    socket.onmessage = socket.onclose = null
    socket.onerror = () => {}
    socket.close()
    socket = null
  }
  const compute = async (effect: Extract<VisitEffect, { readonly ticket: number }>): Promise<VisitEvent> => {
    const { ticket } = effect
    switch (effect.type) {
      case 'sign': {
        const signature = await holder.sign(helloBytesToSign(relay.origin, effect.nonce, effect.hello))
        return { type: 'signed', ticket, signature }
      }
      case 'check':
        return { type: 'checked', ticket, result: await extendChain(effect.chain, effect.bytes) }
      case 'make':
        return { type: 'made', ticket, bytes: await make(effect.chain) }
    }
  }
  const run = (effect: VisitEffect): void => {
    switch (effect.type) {
      case 'connect':
        return connect()
      case 'disconnect':
        return disconnect()
      case 'send':
        return socket?.send(encodeAppFrame(effect.frame))
      case 'start-timer': {
        const { name, ms } = effect
        stops.get(name)?.()
        return void stops.set(
          name,
          environment.after(ms, () => dispatch({ type: 'timer', name })),
        )
      }
      case 'stop-timer':
        return stops.get(effect.name)?.()
      case 'sign':
      case 'check':
      case 'make':
        return void compute(effect).then(dispatch, () => dispatch({ type: 'failed', ticket: effect.ticket }))
      case 'answer':
        return resolve(effect.result)
    }
  }
  return {
    isOpen: () => state.name === 'open',
    ask: (what, maker = make) =>
      new Promise((answered) => {
        make = maker
        resolve = answered
        dispatch({ type: 'asked', for: what })
      }),
  }
}

export const openVisit = ({ relay, environment, workspace, locator, invitation }: VisitOptions): InvitationVisit => {
  const visit = createVisit({ relay, environment, workspace, holder: invitation }, { kind: 'invitation', locator })
  const ask = async (what: 'look' | 'join', make?: MakeJoin): Promise<VisitResult> => {
    const result = await visit.ask(what, make)
    return result === 'known' ? { ok: false, reason: 'wrong' } : result
  }
  return { isOpen: visit.isOpen, look: () => ask('look'), join: (make) => ask('join', make) }
}

export type MemberVisit = Pick<VisitOptions, 'relay' | 'environment' | 'workspace'> & { readonly person: KeyHolder }

/** Whether the relay knows this person as a member; `unheard`: it gave no answer. */
export const knock = async (options: MemberVisit): Promise<'member' | 'stranger' | 'unheard'> => {
  const { relay, environment, workspace, person } = options
  const visit = createVisit({ relay, environment, workspace, holder: person }, { kind: 'person', person: person.id })
  const answer = await visit.ask('knock')
  if (answer === 'known') return 'member'
  return !answer.ok && answer.reason === 'wrong' ? 'stranger' : 'unheard'
}

/** The same, for a join whose acknowledgement was lost: it looks like another person's. */
export const isMember = async (options: MemberVisit): Promise<boolean> => (await knock(options)) === 'member'
