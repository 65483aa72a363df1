/** A temporary folder for a test that writes files. */
import { accessSync, constants, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** In memory where possible: a killed process leaves the same files there, and syncing a busy disk is slow. */
const parent = (): string => {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}

export const makeFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(parent(), 'weef-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The files of a store as a killed process leaves them on disk: the write-ahead log is not checkpointed. */
export const copyAsKilled = (from: string, to: string): void => {
  for (const name of readdirSync(from))
    if (!name.startsWith('weef.lock')) copyFileSync(join(from, name), join(to, name))
}
