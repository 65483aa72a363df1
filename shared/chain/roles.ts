/** What a person may do in a workspace. Knows no record. */

export const ROLES = ['reader', 'editor', 'owner'] as const
/** owner: all, at least one remains · editor: writes · reader: reads. */
export type Role = (typeof ROLES)[number]
/** On the wire: 0 is no role, then by rank. */
export const roleRank = (role: Role | null): number => (role === null ? 0 : ROLES.indexOf(role) + 1)
/** `undefined` is no rank at all. */
export const roleOfRank = (rank: number): Role | null | undefined => (rank === 0 ? null : ROLES[rank - 1])
export const mayWrite = (role: Role | null): boolean => roleRank(role) >= roleRank('editor')
export const lowerRole = (a: Role | null, b: Role | null): Role | null => (roleRank(a) < roleRank(b) ? a : b)
export const higherRole = (a: Role | null, b: Role | null): Role | null => (roleRank(a) < roleRank(b) ? b : a)
