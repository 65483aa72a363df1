/** `backup` and `restore` of a SQLite store. PostgreSQL has its own (README). */
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { backup as copyDatabase } from 'node:sqlite'
import { openFileSnapshot, sqliteFile } from '../inventory/open.ts'
import { lockFolder } from '../storage/open-sqlite.ts'
import { openToRead } from '../storage/sqlite-file.ts'
import type { Command, Outcome, Surroundings } from './command.ts'
import { inBytes } from './table.ts'
import { checkAndClose, tellCheck } from './verify.ts'

/** All in one step, in pages: a copy in steps begins anew whenever the relay writes meanwhile (sqlite.org/backup.html). */
const ALL_PAGES = 2 ** 31 - 1
const OWNER_ONLY = 0o600
const SIDE_FILES = ['-wal', '-shm', '-journal']

const ON_POSTGRES = 'The store is in PostgreSQL: back it up and restore it with pg_dump and pg_restore (README).'

/** A copy that is not sound is none: it is taken away again. */
const checkCopy = async (path: string, surroundings: Surroundings): Promise<Outcome> => {
  const outcome = tellCheck(await checkAndClose(openFileSnapshot(path)), surroundings)
  for (const side of outcome === null ? SIDE_FILES : ['', ...SIDE_FILES]) rmSync(path + side, { force: true })
  return outcome
}

export const backup: Command = {
  usage: 'FILE',
  summary: 'copy the SQLite store into a new file while the relay runs, and check the copy',
  needs: 1,
  takes: 1,
  async run(surroundings, [name = '']) {
    const { config, folder, say } = surroundings
    const file = resolve(folder, name)
    if (config.databaseUrl !== null) return ON_POSTGRES
    if (existsSync(file)) return `${file} is there already: nothing is written over. Give another name.`
    const unfinished = `${file}.unfinished`
    rmSync(unfinished, { force: true })
    const source = openToRead(sqliteFile(config.dataFolder))
    try {
      await copyDatabase(source, unfinished, { rate: ALL_PAGES })
    } catch {
      return `${file} cannot be written: is there such a folder, and room in it?`
    } finally {
      source.close()
    }
    chmodSync(unfinished, OWNER_ONLY)
    const outcome = await checkCopy(unfinished, surroundings)
    if (outcome !== null) return `${outcome} No backup was made.`
    renameSync(unfinished, file)
    say(`${file}: ${inBytes(statSync(file).size)}`)
    return null
  },
}

const putInPlace = (file: string, path: string, aside: string): void => {
  copyFileSync(file, `${path}.restoring`)
  chmodSync(`${path}.restoring`, OWNER_ONLY)
  for (const side of ['', ...SIDE_FILES]) if (existsSync(path + side)) renameSync(path + side, aside + side)
  renameSync(`${path}.restoring`, path)
}

export const restore: Command = {
  usage: 'FILE',
  summary: 'put a backup in the place of the SQLite store, whose file is put aside; only while the relay is stopped',
  needs: 1,
  takes: 1,
  async run(surroundings, [name = '']) {
    const { config, folder, say, now } = surroundings
    const file = resolve(folder, name)
    if (config.databaseUrl !== null) return ON_POSTGRES
    const held = lockFolder(config.dataFolder)
    try {
      const outcome = tellCheck(await checkAndClose(openFileSnapshot(file)), surroundings)
      if (outcome !== null) return `${outcome} Nothing was changed.`
      const path = sqliteFile(config.dataFolder)
      const aside = `${path}.before-restore-${now()}`
      putInPlace(file, path, aside)
      say(`Restored. What was there before is ${aside}; devices that have more say so, and give it back.`)
      return null
    } finally {
      held.close()
    }
  },
}
