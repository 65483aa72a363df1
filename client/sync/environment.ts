/** The environment of sync: clock, randomness, sockets and timers. Only main.tsx and the simulation build a real one. */

/** The remainder, in ms, of a wait of `ms` that began at `since`. A clock that was set back makes no wait longer than `ms`. */
export const remaining = (ms: number, since: number, now: number): number =>
  now < since ? 0 : Math.max(0, since + ms - now)

/** Stops what was started. A second call does nothing. */
export type Stop = () => void

/** The part of a WebSocket that sync uses. `readyState`: that of the browser's sockets. */
export type NetworkSocket = Pick<WebSocket, 'binaryType' | 'onmessage' | 'onclose' | 'onerror' | 'send' | 'close'> & {
  readonly readyState?: number
}

export type Environment = {
  /**
   * ms since 1970: the relay's time as far as it was heard, and otherwise by the device's clock, which its user may set. It may
   * jump, so nothing but `elapsed` says how long something took.
   */
  now(): number
  /** The relay has said its time, in ms since 1970, at most `waited` ms ago. */
  heard(relay: number, waited: number): void
  /** ms of the monotonic clock, which nobody sets and which may stand still while the device sleeps. */
  elapsed(): number
  randomBytes(length: number): Uint8Array<ArrayBuffer>
  /** A random number, 0 ≤ x < 1, for spreading work in time; never for keys. */
  random(): number
  openSocket(url: string): NetworkSocket
  /** Calls back when the device reports that its network is gone. Its silence, or a report that the network is back, proves nothing. */
  onOffline(run: () => void): Stop
  after(ms: number, run: () => void): Stop
  /** Reports a bug. The failed work is tried again without a notice to people, and the report lets developers find it. */
  report(error: unknown): void
}
