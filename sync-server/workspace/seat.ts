/** One admitted connection in its workspace: what it appends, and the stream of what it receives. */
import type { Identity } from '#shared/protocol/app-frames.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { Append } from './batch.ts'
import type { Intake } from './intake.ts'
import type { AppendReply, ItemStream } from './item-stream.ts'
import type { Writer } from './judge.ts'
import type { RelayObserver } from './relay-observer.ts'
import type { SendBuffer } from './send-buffer.ts'

/** What all seats of a workspace share. */
export type SeatContext = {
  readonly append: (append: Append) => void
  readonly presence: (from: Seat, epoch: number, sealed: Uint8Array<ArrayBuffer>) => void
  readonly left: (seat: Seat) => void
  readonly observer: Pick<RelayObserver, 'append'>
}
export type SeatOptions = {
  readonly writer: Writer
  readonly sendBuffer: SendBuffer
  readonly stream: ItemStream
  /** Told of each answer, in order. */
  readonly intake: Pick<Intake, 'answered'>
}

/** Stands for the bytes of an item that was refused unread. */
const NOTHING = new Uint8Array(0)

export class Seat {
  readonly identity: Identity
  readonly sendBuffer: SendBuffer
  readonly stream: ItemStream
  private readonly context: SeatContext
  private readonly writer: Writer
  private readonly intake: Pick<Intake, 'answered'>

  constructor(context: SeatContext, { writer, sendBuffer, stream, intake }: SeatOptions) {
    this.context = context
    this.identity = writer.identity
    this.writer = writer
    this.sendBuffer = sendBuffer
    this.stream = stream
    this.intake = intake
  }
  /** With a `refusal` the item is refused unread, but in order. */
  append(item: Uint8Array<ArrayBuffer>, refusal: Refusal | null): void {
    this.context.append({ writer: this.writer, item: refusal === null ? item : NOTHING, refusal, author: this })
  }
  answer(reply: AppendReply): void {
    const refused = reply.type === 'refused' ? reply.reason : null
    this.intake.answered(refused)
    this.context.observer.append(refused ?? 'committed')
    this.stream.reply(reply)
  }
  presence(epoch: number, sealed: Uint8Array<ArrayBuffer>): void {
    this.context.presence(this, epoch, sealed)
  }
  /** There is room in the connection's send buffer again. */
  advance(): void {
    this.stream.advance()
  }
  leave(): void {
    this.context.left(this)
  }
}
