/** Other versions of the app, each with a copy of the relay that serves it: as before and after an update. */
import { execFileSync } from 'node:child_process'
import { rm, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copyRelay, type RelayCopy } from './relay-copy.ts'

export type NewerVersion = Pick<RelayCopy, 'main' | 'remove'> & {
  /** Occurs only in this version's page. */
  readonly mark: string
}

/** The same app with another page and service worker. */
export const makeNewerVersion = async (): Promise<NewerVersion> => {
  const { main, change, remove } = await copyRelay()
  await change('dist/index.html', '</head>', '<meta name="newer-version" /></head>')
  // The service worker names the page with a hash of it, under which browsers cache it.
  await change('dist/sw.js', /(url:"index\.html",revision:")\w+/, '$1ffffffffffffffffffffffffffffffff')
  return { main, mark: 'meta[name="newer-version"]', remove }
}

const FIRST = join(import.meta.dirname, '..', 'fixtures', 'release-1', 'app.tar.gz')

/** As it was built (e2e/fixtures/make-release.ts). */
export const makeFirstRelease = async (): Promise<Pick<RelayCopy, 'main' | 'remove'>> => {
  const { main, remove } = await copyRelay()
  const dist = join(dirname(main), '..', 'dist')
  await rm(dist, { recursive: true })
  await mkdir(dist)
  execFileSync('tar', ['-xzf', FIRST, '-C', dist])
  return { main, remove }
}
