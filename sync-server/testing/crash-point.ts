/**
 * Loaded before the relay (`node --import`), and kills it without warning the n-th time that it reaches a point:
 * `CRASH_AT=commit:3`. The relay itself knows nothing of it.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { WebSocket } from 'ws'

/**
 * `receive`: read, before it writes · `commit`: written, not committed · `acknowledge`: on disk, before anybody is told ·
 * `forward`: the first has been told · `move`: what waits in the journal is written to the tables, not committed · `moved`:
 * it is · `rename`: before a file is put aside, or marked complete · `replace`: no file is under the database's name.
 */
export type CrashPoint = 'receive' | 'commit' | 'acknowledge' | 'forward' | 'move' | 'moved' | 'rename' | 'replace'

const [point, times] = (process.env['CRASH_AT'] ?? '').split(':')
let left = Number(times)
let committed = false
const die = (): void => void process.kill(process.pid, 'SIGKILL')
const pass = (here: CrashPoint): void => {
  if (here === point && --left === 0) die()
}

/** A transaction that waits for no disk is a move of the journal. */
let moves = false
// oxlint-disable-next-line unbound-method -- called on the database it is taken from
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  if (sql.startsWith('PRAGMA synchronous')) moves = sql.endsWith('NORMAL')
  if (sql === 'BEGIN IMMEDIATE' && !moves) pass('receive')
  if (sql === 'COMMIT') pass(moves ? 'move' : 'commit')
  exec.call(this, sql)
  if (sql !== 'COMMIT') return
  committed ||= !moves
  pass(moves ? 'moved' : 'acknowledge')
}
// Entries are committed by one statement, which is written and committed at once.
// oxlint-disable-next-line unbound-method -- called on the statement it is taken from
const { run } = StatementSync.prototype
StatementSync.prototype.run = function (this: StatementSync, ...values: unknown[]) {
  const commits = this.sourceSQL.startsWith('INSERT INTO journal')
  if (commits) for (const before of ['receive', 'commit'] as const) pass(before)
  const result = Reflect.apply(run, this, values) as ReturnType<StatementSync['run']>
  committed ||= commits
  if (commits) pass('acknowledge')
  return result
}
// A message leaves through ws, or, when it is short, through the raw socket in one piece.
const told = (): void => {
  if (committed) pass('forward')
  committed = false
}
let throughWs = false
// oxlint-disable-next-line unbound-method -- called on the sockets they are taken from
const [{ send }, { write }] = [WebSocket.prototype, Socket.prototype]
WebSocket.prototype.send = function (this: WebSocket, ...said: unknown[]): void {
  throughWs = true
  Reflect.apply(send, this, said)
  throughWs = false
  told()
}
Socket.prototype.write = function (this: Socket, ...said: unknown[]): boolean {
  const mayGoOn = Reflect.apply(write, this, said) as boolean
  if (!throughWs) told()
  return mayGoOn
}

const { renameSync } = fs
fs.renameSync = (from, to) => {
  pass(String(to).endsWith('weef.sqlite') ? 'replace' : 'rename')
  renameSync(from, to)
}
syncBuiltinESMExports()
