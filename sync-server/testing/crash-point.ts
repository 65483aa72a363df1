/**
 * Goes before the relay (`node --import`), and kills it without warning at the n-th time that it comes to a point:
 * `CRASH_AT=commit:3`. The relay itself knows nothing of it.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { WebSocket } from 'ws'

/**
 * `receive`: it has read what it will write · `commit`: written, not committed · `acknowledge`: on disk, and nobody knows ·
 * `forward`: the first has heard of it · `rename`: a file is about to be put aside, or said to be
 * complete · `replace`: none stands under the database's name any more.
 */
export type CrashPoint = 'receive' | 'commit' | 'acknowledge' | 'forward' | 'rename' | 'replace'

const [point, times] = (process.env['CRASH_AT'] ?? '').split(':')
let left = Number(times)
let committed = false
const die = (): void => void process.kill(process.pid, 'SIGKILL')
const pass = (here: CrashPoint): void => {
  if (here === point && --left === 0) die()
}

// oxlint-disable-next-line unbound-method -- called on the database it is taken from
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  if (sql === 'BEGIN IMMEDIATE') pass('receive')
  if (sql === 'COMMIT') pass('commit')
  exec.call(this, sql)
  if (sql !== 'COMMIT') return
  committed = true
  pass('acknowledge')
}
// A message leaves through ws, or, when it is short, in one piece beside it.
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
