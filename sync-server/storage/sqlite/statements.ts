/** The statements of the SQLite store, on its tables. */
import type { DatabaseSync } from 'node:sqlite'
import { STORED_KIND } from '../numbering.ts'

export const prepareStatements = (database: DatabaseSync) => ({
  addWorkspace: database.prepare(
    'INSERT INTO workspaces (id, head, log_hash, last_record, bytes) VALUES (?, 0, ?, -1, 0) RETURNING number',
  ),
  moveHead: database.prepare(
    'UPDATE workspaces SET head = ?, log_hash = ?, last_record = ?, bytes = ? WHERE number = ?',
  ),
  addItem: database.prepare('INSERT INTO items (place, received_at, kind, log_hash, bytes) VALUES (?, ?, ?, ?, ?)'),
  items: database.prepare(
    'SELECT place, received_at, bytes FROM items WHERE place > ? AND place < ? ORDER BY place LIMIT ?',
  ),
  records: database.prepare(
    `SELECT place, received_at, bytes FROM items
     WHERE kind = ${STORED_KIND.record} AND place > ? AND place < ? ORDER BY place LIMIT ?`,
  ),
  newestCheckpoint: database.prepare(
    `SELECT place, received_at, bytes FROM items
     WHERE kind = ${STORED_KIND.checkpoint} AND place > ? AND place < ? ORDER BY place DESC LIMIT 1`,
  ),
  logHash: database.prepare('SELECT log_hash FROM items WHERE place = ?'),
  entries: database.prepare(
    `SELECT place FROM items
     WHERE kind <> ${STORED_KIND.record} AND place > ? AND place < ? AND substr(bytes, 1, 1) <> x'02'`, // ERASED_TAG
  ),
  itemBytes: database.prepare('SELECT bytes FROM items WHERE place = ?'),
  replaceItem: database.prepare('UPDATE items SET bytes = ? WHERE place = ?'),
  countBytes: database.prepare(
    'UPDATE workspaces SET bytes = (SELECT sum(length(bytes)) FROM items WHERE place > ? AND place < ?) WHERE number = ?',
  ),
  addPerson: database.prepare('INSERT OR IGNORE INTO people (person, workspace) VALUES (?, ?)'),
  endPerson: database.prepare('DELETE FROM people WHERE person = ? AND workspace = ?'),
  workspacesOf: database.prepare(
    'SELECT id FROM people JOIN workspaces ON number = workspace WHERE person = ? ORDER BY number',
  ),
  wrongHellos: database.prepare('SELECT count FROM wrong_hellos WHERE workspace = ? AND locator = ?'),
  countWrongHello: database.prepare(
    `INSERT INTO wrong_hellos (workspace, locator, count) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`,
  ),
  uncountWrongHello: database.prepare(
    'UPDATE wrong_hellos SET count = count - 1 WHERE workspace = ? AND locator = ? AND count > 0',
  ),
})
