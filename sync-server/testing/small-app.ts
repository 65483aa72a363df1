/** Loaded before a relay (`node --import`), which then serves an app of one page, whether or not one has been built. */
import fs from 'node:fs'
import { join } from 'node:path'

const DIST = join(import.meta.dirname, '..', '..', 'dist')
const PAGE = 'index.html'

const { readdir, readFile } = fs.promises
const entry = { name: PAGE, parentPath: DIST, isFile: () => true }
const give = (path: unknown): unknown => (path === DIST ? [entry] : Buffer.from('<!doctype html><title>Weef</title>'))
const isOurs = (path: unknown): boolean => path === DIST || path === join(DIST, PAGE)

fs.promises.readdir = (async (...args: Parameters<typeof readdir>) =>
  isOurs(args[0]) ? give(args[0]) : readdir(...args)) as typeof readdir
fs.promises.readFile = (async (...args: Parameters<typeof readFile>) =>
  isOurs(args[0]) ? give(args[0]) : readFile(...args)) as typeof readFile
