/** Tickets: every effect that is answered later carries one, and its answer brings it back. is-current.ts decides whether the answer still counts. */
export type TimerName =
  /** Unshared edits leave. */
  | 'batch'
  /** The cursor is written. */
  | 'cursor'
  /** A new epoch is written, or the check for one is repeated (R4). */
  | 'epoch'
  /** A checkpoint is written (K1). */
  | 'checkpoint'
  /** The newest presence is sent. */
  | 'presence'
  /** The relay was silent, and is sent a ping. */
  | 'ping'
  /** The ping was not answered, so the connection is lost. */
  | 'pong'
  /** An append was not answered, so the connection is lost. */
  | 'answer'
  /** The back-off is over. */
  | 'retry'
  /** A record for which the relay had no room is given back once more (C3). */
  | 'give-back'
  /** The wait for a checkpoint is over, and the log is read without one. */
  | 'look'

/** `sequence` is unique in a session. `generation` numbers the connection that the ticket belongs to. */
export type Ticket =
  | { readonly what: 'timer'; readonly name: TimerName; readonly generation: number; readonly sequence: number }
  | { readonly what: 'task' | 'connection'; readonly generation: number; readonly sequence: number }
