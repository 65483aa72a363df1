/** The world as sync sees it: only main.tsx and the simulation build a real one. */

/** What is left of a wait of `ms` that began at `since`. A clock that was set back makes no wait longer than it is. */
export const remaining = (ms: number, since: number, now: number): number =>
  now < since ? 0 : Math.max(0, since + ms - now)

/** Ends what was started. Calling it again does nothing. */
export type Stop = () => void

/** The part of a WebSocket that sync uses. */
export type NetworkSocket = Pick<WebSocket, 'binaryType' | 'onmessage' | 'onclose' | 'onerror' | 'send' | 'close'>

export type Environment = {
  /** ms since 1970, as somebody has set it. */
  now(): number
  /** ms since some moment. Nobody sets it; it may stand still while the device sleeps. */
  elapsed(): number
  randomBytes(length: number): Uint8Array<ArrayBuffer>
  /** 0 ≤ x < 1, for spreading work in time: never for keys. */
  random(): number
  openSocket(url: string): NetworkSocket
  /** Calls when the device says that its network is gone. That it says nothing, or that it is back, proves nothing. */
  onOffline(run: () => void): Stop
  after(ms: number, run: () => void): Stop
  /** A bug: what it hit is tried again, and nobody is bothered; but whoever looks for it must find it. */
  report(error: unknown): void
}
