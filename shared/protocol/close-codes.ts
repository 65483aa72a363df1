/**
 * Reasons for which the relay ends a connection. 4400–4499 are final: retrying cannot help. All others are retried, unknown
 * ones included.
 */
export const CLOSE = {
  malformed: 4400,
  /** Also for a workspace that does not exist: a non-member learns nothing (S1). */
  unknown: 4401,
  removed: 4403,
  logDiffers: 4409,
  invitationUsed: 4410,
  invitationExpired: 4411,
  invitationCancelled: 4412,
  wrongCode: 4413,
  locked: 4414,
  outdatedApp: 4426,
  /** The relay stops or restarts (RFC 6455 §7.4.1): reconnect later. */
  restart: 1012,
  tooSlow: 4501,
  overloaded: 4503,
} as const

export type CloseName = keyof typeof CLOSE
export type CloseCode = (typeof CLOSE)[CloseName]

/** The name of one of our close codes; `null` for any other. */
export const closeName = (code: number): CloseName | null =>
  (Object.keys(CLOSE) as CloseName[]).find((name) => CLOSE[name] === code) ?? null
