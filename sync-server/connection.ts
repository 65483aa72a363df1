/** One connection from challenge to close: what may be said when. Knows no socket and no clock of its own. */
import { decodeAppFrames, type AppFrame } from '#shared/protocol/app-frames.ts'
import { CLOSE, closeName } from '#shared/protocol/close-codes.ts'
import { MAX_HELLO_BYTES, PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { CHALLENGE_BYTES, type Limits } from '#shared/protocol/relay-frames.ts'
import { admit, type Door, type Hello } from './hello.ts'
import type { Seat } from './workspace.ts'
import type { Activity } from './workspace/activity.ts'
import { APPEND_RATE, PING_RATE, PRESENCE_RATE } from './workspace/limits.ts'
import { createOutlet, type Wire } from './workspace/outlet.ts'
import { createRate } from './workspace/rate.ts'
import type { Watch } from './watch/watch.ts'

export type ConnectionContext = Door & {
  readonly activity: Activity
  readonly limits: Limits
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  readonly report: (error: unknown) => void
  readonly watch: Watch
  /** May this connection's address begin one more workspace (S8)? */
  readonly mayBegin: () => boolean
  readonly onClosed: () => void
}
export type Connection = {
  receive(bytes: Uint8Array): void
  closed(): void
  drained(): void
  greeted(): boolean
  /** The relay stops: come back later. */
  restart(): void
}
type State =
  | { readonly name: 'greeting' }
  /** What the app says before it has heard an answer waits here. */
  | { readonly name: 'checking'; early: AppFrame[] }
  | { readonly name: 'seated'; readonly seat: Seat; release(): void }
  | { readonly name: 'listed' }
  | { readonly name: 'over' }

/** A hello of another version may be laid out in any way: its first two bytes are the frame and the version (S11). */
const isOtherVersion = (bytes: Uint8Array): boolean =>
  bytes.length > 1 && bytes[0] === 0 && bytes[1] !== PROTOCOL_VERSION

export const createConnection = (context: ConnectionContext, wire: Wire): Connection => {
  const { now, activity, watch } = context
  const mayAppend = createRate(APPEND_RATE)
  const mayBePresent = createRate(PRESENCE_RATE)
  const mayPing = createRate(PING_RATE)
  let state: State = { name: 'greeting' }
  let bytesBefore = 0

  const leave = (): void => {
    const left = state
    state = { name: 'over' }
    context.onClosed()
    if (left.name !== 'seated') return
    left.seat.leave()
    left.release()
  }
  const advance = (): void => {
    if (state.name === 'seated') state.seat.advance()
  }
  const outlet = createOutlet(wire, { onSent: advance, onClosed: leave })
  const nonce = context.randomBytes(CHALLENGE_BYTES)
  outlet.send({ type: 'challenge', version: PROTOCOL_VERSION, nonce, limits: context.limits })

  const greet = async (hello: Hello): Promise<void> => {
    const admission = await admit(context, hello, nonce, context.mayBegin)
    const early = state.name === 'checking' ? state.early : []
    switch (admission.kind) {
      case 'refused':
        watch.hello(closeName(admission.code) ?? 'unknown')
        outlet.close(admission.code)
        return
      case 'list':
        watch.hello('listed')
        if (outlet.isOpen()) state = { name: 'listed' }
        outlet.send({ type: 'workspaces', ids: admission.ids })
        break
      case 'workspace': {
        watch.hello('admitted')
        const { workspace, start, release } = admission
        const seat = outlet.isOpen() ? workspace.admit(hello.identity, start, outlet) : null
        if (seat === null) {
          release()
          return
        }
        state = { name: 'seated', seat, release }
      }
    }
    early.forEach(handle)
  }
  const fail = (error: unknown): void => {
    context.report(error)
    outlet.close(CLOSE.overloaded)
  }

  const handleSeated = (seat: Seat, frame: AppFrame): void => {
    switch (frame.type) {
      case 'append':
        seat.append(frame.item, !mayAppend(now()))
        return
      case 'presence':
        if (mayBePresent(now())) seat.presence(frame.epoch, frame.sealed)
        return
      case 'ping':
        if (mayPing(now())) outlet.send({ type: 'pong' })
        return
      case 'hello':
        outlet.close(CLOSE.malformed)
    }
  }
  const handle = (frame: AppFrame): void => {
    switch (state.name) {
      case 'greeting':
        if (frame.type !== 'hello') {
          outlet.close(CLOSE.malformed)
          return
        }
        state = { name: 'checking', early: [] }
        activity.run(() => greet(frame), fail)
        return
      case 'checking':
        state.early.push(frame)
        return
      case 'seated':
        handleSeated(state.seat, frame)
        return
      case 'listed':
        if (frame.type !== 'ping') outlet.close(CLOSE.malformed)
        else if (mayPing(now())) outlet.send({ type: 'pong' })
        return
      case 'over':
    }
  }
  const receive = (bytes: Uint8Array): void => {
    if (state.name === 'over') return
    if (state.name === 'greeting' || state.name === 'checking') {
      bytesBefore += bytes.length
      if (bytesBefore > MAX_HELLO_BYTES) {
        outlet.close(CLOSE.malformed)
        return
      }
    }
    if (state.name === 'greeting' && isOtherVersion(bytes)) {
      outlet.close(CLOSE.outdatedApp)
      return
    }
    const frames = decodeAppFrames(bytes)
    if (frames === null) outlet.close(CLOSE.malformed)
    else frames.forEach(handle)
  }

  return {
    receive: (bytes) => {
      try {
        receive(bytes)
      } catch (error) {
        fail(error)
      }
    },
    closed: () => outlet.drop(),
    drained: advance,
    greeted: () => state.name !== 'greeting',
    restart: () => outlet.close(CLOSE.restart),
  }
}
