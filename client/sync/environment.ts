/** The world as sync sees it: only main.tsx and the simulation build a real one. */

/** Ends what was started. Calling it again does nothing. */
export type Stop = () => void

/** The part of a WebSocket that sync uses. */
export type NetworkSocket = {
  binaryType: BinaryType
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason: string }) => void) | null
  onerror: ((event: unknown) => void) | null
  send(bytes: Uint8Array<ArrayBuffer>): void
  close(code?: number, reason?: string): void
}

export type Environment = {
  /** ms since 1970. */
  now(): number
  randomBytes(length: number): Uint8Array<ArrayBuffer>
  /** 0 ≤ x < 1, for spreading work in time: never for keys. */
  random(): number
  openSocket(url: string): NetworkSocket
  after(ms: number, run: () => void): Stop
}
