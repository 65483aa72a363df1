/** `backup` and `restore` of a SQLite store. PostgreSQL has its own tools (README). */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { openFileSnapshot, openWithoutJournal, sqliteFile } from '../inventory/open.ts'
import { finishRepair, lockFolder } from '../storage/sqlite/open-sqlite.ts'
import { isDamaged, openToRead } from '../storage/sqlite/sqlite-file.ts'
import { StoreUnusableError } from '../storage/unusable.ts'
import type { Command, CommandResult, AdminContext } from './command.ts'
import { inBytes } from './table.ts'
import { checkAndClose, tellCheck } from './verify.ts'

const OWNER_ONLY = 0o600
const SIDE_FILES = ['-wal', '-shm', '-journal']

const ON_POSTGRES = 'The store is in PostgreSQL: back it up and restore it with pg_dump and pg_restore (README).'

const waitForDisk = (path: string): void => {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
/**
 * In one state, although the relay writes meanwhile. Row by row, because pages keep bytes of what was erased. The copy is a
 * single file that can be read from a read-only place: it is not in WAL mode.
 */
const copyRows = (source: DatabaseSync, to: string): void => {
  source.prepare('VACUUM INTO ?').run(to)
  waitForDisk(to)
}

/** A copy that is not sound is deleted. */
const checkCopy = async (path: string, context: AdminContext): Promise<CommandResult> => {
  const outcome = tellCheck(await checkAndClose(openFileSnapshot(path)), context)
  for (const side of outcome === null ? SIDE_FILES : ['', ...SIDE_FILES]) rmSync(path + side, { force: true })
  return outcome
}

export const backup: Command = {
  usage: 'FILE',
  summary: 'copy the SQLite store into a new file while the relay runs, and check the copy',
  needs: 1,
  takes: 1,
  async run(context, [name = '']) {
    const { config, folder, say } = context
    const file = resolve(folder, name)
    if (config.databaseUrl !== null) return ON_POSTGRES
    if (existsSync(file)) return `${file} is there already: nothing is written over. Give another name.`
    const unfinished = `${file}.unfinished`
    rmSync(unfinished, { force: true })
    const source = openToRead(sqliteFile(config.dataFolder))
    try {
      copyRows(source, unfinished)
    } catch (error) {
      rmSync(unfinished, { force: true })
      if (isDamaged(error)) return `The store is damaged: start the relay on it once. No backup was made.`
      return `${file} cannot be written: is there such a folder, and room in it?`
    } finally {
      source.close()
    }
    chmodSync(unfinished, OWNER_ONLY)
    const outcome = await checkCopy(unfinished, context)
    if (outcome !== null) return `${outcome} No backup was made.`
    renameSync(unfinished, file)
    say(`${file}: ${inBytes(statSync(file).size)}`)
    return null
  },
}

/** A copy beside the store, of this version and with nothing in its journal: what is checked is what is put in place. */
const copyBeside = (file: string, path: string): string => {
  const unfinished = `${path}.restoring`
  for (const side of ['', ...SIDE_FILES]) rmSync(unfinished + side, { force: true })
  if (!existsSync(file)) throw new StoreUnusableError(`There is no ${file}.`)
  copyFileSync(file, unfinished)
  chmodSync(unfinished, OWNER_ONLY)
  openWithoutJournal(unfinished, file).close()
  if (existsSync(`${unfinished}-wal`))
    throw new StoreUnusableError(`There is no room for ${file}: free some space first.`) // to copy it into the file
  return unfinished
}
/**
 * Like a repair: the complete file is put beside the store first, so that the next start finishes what is interrupted after
 * that.
 */
const putInPlace = (unfinished: string, folder: string, now: number): string | null => {
  const path = sqliteFile(folder)
  finishRepair(folder, path) // one that ended in the middle would otherwise take this one's place later
  waitForDisk(unfinished)
  renameSync(unfinished, `${path}.repaired-${now}`)
  return finishRepair(folder, path)
}

export const restore: Command = {
  usage: 'FILE',
  summary: 'put a backup in the place of the SQLite store, whose file is put aside; only while the relay is stopped',
  needs: 1,
  takes: 1,
  async run(context, [name = '']) {
    const { config, folder, say, now } = context
    const file = resolve(folder, name)
    if (config.databaseUrl !== null) return ON_POSTGRES
    mkdirSync(config.dataFolder, { recursive: true }) // on a new machine
    const held = lockFolder(config.dataFolder)
    const path = sqliteFile(config.dataFolder)
    try {
      const unfinished = copyBeside(file, path)
      const outcome = tellCheck(await checkAndClose(openFileSnapshot(unfinished)), context)
      for (const side of SIDE_FILES) rmSync(unfinished + side, { force: true })
      if (outcome !== null) return `${outcome} Nothing was changed.`
      const before = existsSync(path)
      const aside = putInPlace(unfinished, config.dataFolder, now())
      if (before) say(`What was there before is ${aside}.`)
      say('Restored. Devices that have more say so, and give it back.')
      return null
    } finally {
      for (const side of ['', ...SIDE_FILES]) rmSync(`${path}.restoring${side}`, { force: true })
      held.close()
    }
  },
}
