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
import { createSendBuffer, type RelaySocket, type SendBuffer } from '../workspace/send-buffer.ts'
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
  /** Nothing more is taken. */
  readonly isStopping: () => boolean
  readonly onClosed: (connection: ServerConnection) => void
}
type Rate = ReturnType<typeof createRate>
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
  | { readonly name: 'listed'; readonly identity: Identity }
  | { readonly name: 'over' }

/** An app that wakes up may send several pings that its timers missed. */
const MAX_PINGS_BURST = 20

/** The layout of another version's hello is unknown; only its first two bytes are fixed: frame type and version (S11). */
const isOtherVersion = (bytes: Uint8Array): boolean =>
  bytes.length > 1 && bytes[0] === 0 && bytes[1] !== PROTOCOL_VERSION

export class ServerConnection {
  private readonly context: ConnectionContext
  /** The client's address; `''` is this machine itself. */
  private readonly address: string
  private readonly sendBuffer: SendBuffer
  /** `null` once a hello was checked by it. */
  private nonce: Uint8Array<ArrayBuffer> | null
  private state: State = { name: 'greeting' }
  private bytesBefore = 0
  /** Made when first needed: most connections are quiet. */
  private mayBePresent: Rate | null = null
  private mayPing: Rate | null = null

  constructor(context: ConnectionContext, wire: RelaySocket, address: string) {
    this.context = context
    this.address = address
    this.sendBuffer = createSendBuffer(wire, context.limits, this)
    const nonce = context.randomBytes(CHALLENGE_BYTES)
    this.nonce = nonce
    this.sendBuffer.send({ type: 'challenge', version: PROTOCOL_VERSION, nonce, limits: context.limits })
  }

  receive(bytes: Uint8Array): void {
    if (this.context.isStopping()) return
    try {
      this.read(bytes)
    } catch (error) {
      this.fail(error)
    }
  }
  closed(): void {
    this.sendBuffer.drop()
  }
  drained(): void {
    if (this.state.name === 'seated') this.state.session.advance()
  }
  greeted(): boolean {
    return this.state.name !== 'greeting'
  }
  idle(): Promise<void> {
    return this.context.activity.idle()
  }
  /** Closes with 1012: the relay stops, the app reconnects later. */
  restart(): void {
    this.sendBuffer.close(CLOSE.restart)
  }
  onSent(): void {
    this.drained()
  }
  onClosed(): void {
    const left = this.state
    this.state = { name: 'over' }
    this.context.onClosed(this)
    if (left.name === 'seated') {
      left.session.leave()
      left.release()
    }
    if ('identity' in left) this.context.allowances.leave(left.identity)
  }

  private async greet(hello: Hello): Promise<void> {
    const { context, sendBuffer, address } = this
    const mayBegin = (): boolean => !context.isReadOnly() && context.allowances.mayBegin(address)
    const { nonce } = this
    if (nonce === null) throw new Error('A hello has been checked by this challenge already.')
    this.nonce = null
    const admission = await admit(context, hello, nonce, mayBegin)
    const early = this.state.name === 'checking' ? this.state.early : []
    if (admission.kind === 'refused') return this.turnAway(admission.code)
    const hasPlace = context.allowances.enter(hello.identity)
    const next = !hasPlace || !sendBuffer.isOpen() ? null : this.openSession(hello, admission)
    if (next === null) {
      if (admission.kind === 'workspace') admission.release()
      if (!hasPlace) return this.turnAway(CLOSE.overloaded)
      return context.allowances.leave(hello.identity)
    }
    this.state = next
    for (const frame of early) this.handle(frame)
  }
  /** `null`: it was closed meanwhile. */
  private openSession({ identity }: Hello, admission: Admitted): State | null {
    const { allowances, observer } = this.context
    if (admission.kind === 'list') {
      observer.hello('listed')
      this.sendBuffer.send({ type: 'workspaces', ids: admission.ids })
      return { name: 'listed', identity }
    }
    observer.hello('admitted')
    const { workspace, start, release } = admission
    const id = workspace.chain().workspace
    const mayAppend = (bytes: number): boolean => allowances.mayAppend(identity, id, bytes)
    const intake = createIntake(this.context, mayAppend)
    const session = workspace.admit(identity, start, this.sendBuffer, intake)
    return session && { name: 'seated', identity, session, intake, release }
  }
  private turnAway(code: CloseCode): void {
    this.context.observer.hello(closeName(code) ?? 'unknown')
    this.sendBuffer.close(code)
  }
  private fail(error: unknown): void {
    this.context.report(error)
    this.sendBuffer.close(CLOSE.overloaded)
  }

  private read(bytes: Uint8Array): void {
    const { state, sendBuffer } = this
    if (state.name === 'over') return
    if (state.name === 'greeting' || state.name === 'checking') {
      this.bytesBefore += bytes.length
      if (this.bytesBefore > MAX_HELLO_BYTES) {
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
    else if ('identity' in state && !this.context.allowances.maySay(state.identity, frames.length))
      sendBuffer.close(CLOSE.overloaded)
    else for (const frame of frames) this.handle(frame)
  }
  private handle(frame: AppFrame): void {
    switch (this.state.name) {
      case 'greeting':
        if (frame.type !== 'hello') {
          this.sendBuffer.close(CLOSE.malformed)
          return
        }
        this.state = { name: 'checking', early: [] }
        this.context.activity.run(
          () => this.greet(frame),
          (error) => this.fail(error),
        )
        return
      case 'checking':
        this.state.early.push(frame)
        return
      case 'seated':
        this.handleSeated(this.state.session, this.state.intake, frame)
        return
      case 'listed':
        if (frame.type === 'ping') this.pong()
        else this.sendBuffer.close(CLOSE.malformed)
        return
      case 'over':
    }
  }
  private handleSeated(session: WorkspaceSession, intake: Intake, frame: AppFrame): void {
    const { limits, now } = this.context
    switch (frame.type) {
      case 'append':
        session.append(frame.item, intake.refusalOf(frame.item))
        return
      case 'presence':
        this.mayBePresent ??= createRate({ burst: 2 * limits.presence, perSecond: limits.presence })
        if (this.mayBePresent(now())) session.presence(frame.epoch, frame.sealed)
        return
      case 'ping':
        this.pong()
        return
      case 'hello':
        this.sendBuffer.close(CLOSE.malformed)
    }
  }
  private pong(): void {
    this.mayPing ??= createRate({ burst: MAX_PINGS_BURST, perSecond: MAX_PINGS_PER_SECOND })
    if (this.mayPing(this.context.now())) this.sendBuffer.send({ type: 'pong' })
  }
}
