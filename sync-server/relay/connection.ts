/** One connection from challenge to close: which frame is allowed in which state. Knows no socket and no clock of its own. */
import { decodeAppFrames, type AppFrame, type Identity } from '#shared/protocol/app-frames.ts'
import { CLOSE, type CloseCode, closeName } from '#shared/protocol/close-codes.ts'
import { MAX_HELLO_BYTES, PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { CHALLENGE_BYTES } from '#shared/protocol/relay-frames.ts'
import type { Allowances } from '../limits/allowances.ts'
import { admit, type Admission, type AdmissionContext, type Hello } from './hello.ts'
import { MAX_PINGS_PER_SECOND, type RelayLimits } from '../limits/limits.ts'
import type { WorkspaceSession } from '../workspace/workspace.ts'
import type { Activity } from '../workspace/activity.ts'
import { createIntake, type Intake } from '../workspace/intake.ts'
import { createSendBuffer, type RelaySocket } from '../workspace/send-buffer.ts'
import { createRate } from '../limits/rate.ts'
import type { RelayObserver } from '../workspace/relay-observer.ts'

export type ConnectionContext = AdmissionContext & {
  readonly activity: Activity
  readonly limits: RelayLimits
  readonly allowances: Allowances
  /** Only records can be appended now. */
  readonly isReadOnly: () => boolean
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  readonly report: (error: unknown) => void
  readonly observer: RelayObserver
  /** The client's address; `''` is this machine itself. */
  readonly address: string
  readonly onClosed: () => void
}
export type ServerConnection = {
  receive(bytes: Uint8Array): void
  closed(): void
  drained(): void
  greeted(): boolean
  /** Closes with 1012: the relay stops, the app reconnects later. */
  restart(): void
}
type Admitted = Exclude<Admission, { kind: 'refused' }>
type State =
  | { readonly name: 'greeting' }
  /** Frames that arrive while the hello is being checked wait in `early`. */
  | { readonly name: 'checking'; early: AppFrame[] }
  | {
      readonly name: 'seated'
      readonly identity: Identity
      readonly session: WorkspaceSession
      readonly intake: Intake
      release(): void
    }
  | { readonly name: 'listed'; readonly identity: Identity; release(): void }
  | { readonly name: 'over' }

/** An app that wakes up may send several pings that its timers missed. */
const MAX_PINGS_BURST = 20

/** The layout of another version's hello is unknown; only its first two bytes are fixed: frame type and version (S11). */
const isOtherVersion = (bytes: Uint8Array): boolean =>
  bytes.length > 1 && bytes[0] === 0 && bytes[1] !== PROTOCOL_VERSION

export const createServerConnection = (context: ConnectionContext, wire: RelaySocket): ServerConnection => {
  const { now, activity, observer, limits, allowances, isReadOnly } = context
  const mayBePresent = createRate({ burst: 2 * limits.presence, perSecond: limits.presence })
  const mayPing = createRate({ burst: MAX_PINGS_BURST, perSecond: MAX_PINGS_PER_SECOND })
  let state: State = { name: 'greeting' }
  let bytesBefore = 0

  const leave = (): void => {
    const left = state
    state = { name: 'over' }
    context.onClosed()
    if (left.name === 'seated') left.session.leave()
    if (left.name === 'seated' || left.name === 'listed') left.release()
  }
  const advance = (): void => {
    if (state.name === 'seated') state.session.advance()
  }
  const sendBuffer = createSendBuffer(wire, limits, { onSent: advance, onClosed: leave })
  const nonce = context.randomBytes(CHALLENGE_BYTES)
  sendBuffer.send({ type: 'challenge', version: PROTOCOL_VERSION, nonce, limits })

  const greet = async (hello: Hello): Promise<void> => {
    const admission = await admit(context, hello, nonce, mayBegin)
    const early = state.name === 'checking' ? state.early : []
    if (admission.kind === 'refused') return turnAway(admission.code)
    const leavePlace = allowances.enter(hello.identity)
    const release = (): void => {
      leavePlace?.()
      if (admission.kind === 'workspace') admission.release()
    }
    const next = leavePlace === null || !sendBuffer.isOpen() ? null : openSession(hello, admission, release)
    if (next === null) {
      release()
      return leavePlace === null ? turnAway(CLOSE.overloaded) : undefined
    }
    state = next
    early.forEach(handle)
  }
  /** `null`: it was closed meanwhile. */
  const openSession = ({ identity }: Hello, admission: Admitted, release: () => void): State | null => {
    if (admission.kind === 'list') {
      observer.hello('listed')
      sendBuffer.send({ type: 'workspaces', ids: admission.ids })
      return { name: 'listed', identity, release }
    }
    observer.hello('admitted')
    const { workspace, start } = admission
    const mayAppend = (bytes: number): boolean => allowances.mayAppend(identity, workspace.chain().workspace, bytes)
    const intake = createIntake({ limits, now, mayAppend, isReadOnly })
    const session = workspace.admit(identity, start, sendBuffer, intake.answered)
    return session && { name: 'seated', identity, session, intake, release }
  }
  const turnAway = (code: CloseCode): void => {
    observer.hello(closeName(code) ?? 'unknown')
    sendBuffer.close(code)
  }
  const mayBegin = (): boolean => !isReadOnly() && allowances.mayBegin(context.address)
  const fail = (error: unknown): void => {
    context.report(error)
    sendBuffer.close(CLOSE.overloaded)
  }

  const handleSeated = (session: WorkspaceSession, intake: Intake, frame: AppFrame): void => {
    switch (frame.type) {
      case 'append':
        session.append(frame.item, intake.refusalOf(frame.item))
        return
      case 'presence':
        if (mayBePresent(now())) session.presence(frame.epoch, frame.sealed)
        return
      case 'ping':
        if (mayPing(now())) sendBuffer.send({ type: 'pong' })
        return
      case 'hello':
        sendBuffer.close(CLOSE.malformed)
    }
  }
  const handle = (frame: AppFrame): void => {
    switch (state.name) {
      case 'greeting':
        if (frame.type !== 'hello') {
          sendBuffer.close(CLOSE.malformed)
          return
        }
        state = { name: 'checking', early: [] }
        activity.run(() => greet(frame), fail)
        return
      case 'checking':
        state.early.push(frame)
        return
      case 'seated':
        handleSeated(state.session, state.intake, frame)
        return
      case 'listed':
        if (frame.type !== 'ping') sendBuffer.close(CLOSE.malformed)
        else if (mayPing(now())) sendBuffer.send({ type: 'pong' })
        return
      case 'over':
    }
  }
  const receive = (bytes: Uint8Array): void => {
    if (state.name === 'over') return
    if (state.name === 'greeting' || state.name === 'checking') {
      bytesBefore += bytes.length
      if (bytesBefore > MAX_HELLO_BYTES) {
        sendBuffer.close(CLOSE.malformed)
        return
      }
    }
    if (state.name === 'greeting' && isOtherVersion(bytes)) {
      sendBuffer.close(CLOSE.outdatedApp)
      return
    }
    const frames = decodeAppFrames(bytes)
    if (frames === null) sendBuffer.close(CLOSE.malformed)
    else if ('identity' in state && !allowances.maySay(state.identity, frames.length))
      sendBuffer.close(CLOSE.overloaded)
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
    closed: () => sendBuffer.drop(),
    drained: advance,
    greeted: () => state.name !== 'greeting',
    restart: () => sendBuffer.close(CLOSE.restart),
  }
}
