/** Tickets: every effect that is answered later carries one, and its answer brings it back. Whether it still counts is decided in is-current.ts. */
export type TimerName =
  /** Unshared edits leave. */
  | 'batch'
  /** The cursor is written. */
  | 'cursor'
  /** A new epoch is written, or is looked for (R4). */
  | 'epoch'
  /** A checkpoint is written (K1). */
  | 'checkpoint'
  /** The newest presence leaves. */
  | 'presence'
  /** The relay was silent: it is asked whether it is there. */
  | 'ping'
  /** It did not answer: the connection is lost. */
  | 'pong'
  /** The back-off is over. */
  | 'retry'
  /** A record that the relay had no room for is given back once more (C3). */
  | 'give-back'
  /** The log is read without a checkpoint. */
  | 'look'

/** `sequence` is unique in a session. `generation`: of the connection that it belongs to. */
export type Ticket =
  | { readonly what: 'timer'; readonly name: TimerName; readonly generation: number; readonly sequence: number }
  | { readonly what: 'task' | 'connection'; readonly generation: number; readonly sequence: number }
