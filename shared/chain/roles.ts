/** The roles in a workspace, and what each may do. Knows no record. */

export const ROLES = ['reader', 'editor', 'owner'] as const
/** owner: may do everything, at least one remains · editor: writes · reader: reads. */
export type Role = (typeof ROLES)[number]
/** The role on the wire: 0 for none, then by rank. */
export const roleRank = (role: Role | null): number => (role === null ? 0 : ROLES.indexOf(role) + 1)
/** `undefined` for a number that is no rank. */
export const roleOfRank = (rank: number): Role | null | undefined => (rank === 0 ? null : ROLES[rank - 1])
export const mayWrite = (role: Role | null): boolean => roleRank(role) >= roleRank('editor')
export const lowerRole = (a: Role | null, b: Role | null): Role | null => (roleRank(a) < roleRank(b) ? a : b)
export const higherRole = (a: Role | null, b: Role | null): Role | null => (roleRank(a) < roleRank(b) ? b : a)
