/** The stores of this device's one IndexedDB database. */
import type { DBSchema } from 'idb'

/** The stores. Values are `unknown`, because stored data may be older than the code, damaged, or edited by hand; rows.ts parses it. */
export type Shape = DBSchema & {
  person: { key: string; value: unknown }
  settings: { key: string; value: unknown }
  plans: { key: string; value: unknown }
  invitations: { key: string; value: unknown }
  records: { key: [workspace: string, seq: number]; value: unknown }
  cursors: { key: string; value: unknown }
  salts: { key: string; value: unknown }
  notices: { key: [workspace: string, id: string]; value: unknown }
  noticeItems: { key: [workspace: string, id: string]; value: unknown }
  journals: { key: string; value: unknown }
  journalBases: { key: [workspace: string, generation: number]; value: unknown }
  journalRows: { key: [workspace: string, generation: number, first: number]; value: unknown }
  drafts: { key: [plan: string, field: string]; value: unknown }
  lock: { key: string; value: unknown }
}
export type StoreName = (typeof STORES)[number]
export const STORES = [
  'person',
  'settings',
  'plans',
  'invitations',
  'records',
  'cursors',
  'salts',
  'notices',
  'noticeItems',
  'journals',
  'journalBases',
  'journalRows',
  'drafts',
  'lock',
] as const
/**
 * Raise the version when a store is added. Existing stores stay; removing or changing one needs an upgrade step of its own. An
 * app of an earlier version does not open the database: from 4 on values may be sealed, which it would take for damage.
 */
export const VERSION = 4
