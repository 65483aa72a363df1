/**
 * Loaded before the relay (`node --import`): its database is limited to `MAX_PAGES` pages, after which the disk counts as
 * full.
 */
import { DatabaseSync } from 'node:sqlite'

// oxlint-disable-next-line unbound-method -- called on the database it is taken from
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  exec.call(this, sql)
  if (sql.includes('journal_mode')) exec.call(this, `PRAGMA max_page_count = ${Number(process.env['MAX_PAGES'])}`)
}
