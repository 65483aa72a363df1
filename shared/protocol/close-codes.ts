/** Why the relay ends a connection. 4400–4499 are final: retrying cannot help. Others are retried, and those that an app does not know. */
export const CLOSE = {
  malformed: 4400,
  /** Also for a workspace that does not exist: who is not a member learns nothing (S1). */
  unknown: 4401,
  removed: 4403,
  logDiffers: 4409,
  invitationUsed: 4410,
  invitationExpired: 4411,
  invitationCancelled: 4412,
  wrongCode: 4413,
  locked: 4414,
  outdatedApp: 4426,
  /** The relay stops or starts anew (RFC 6455 §7.4.1): come back. */
  restart: 1012,
  tooSlow: 4501,
  overloaded: 4503,
} as const

export type CloseName = keyof typeof CLOSE
export type CloseCode = (typeof CLOSE)[CloseName]

/** Our name of a close code, or `null` for one of the network's own. */
export const closeName = (code: number): CloseName | null =>
  (Object.keys(CLOSE) as CloseName[]).find((name) => CLOSE[name] === code) ?? null
