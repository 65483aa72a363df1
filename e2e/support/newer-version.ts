/** The same app with another page and service worker, beside a copy of the relay that serves it: as after an update. */
import { copyRelay, type RelayCopy } from './relay-copy.ts'

export type NewerVersion = Pick<RelayCopy, 'main' | 'remove'> & {
  /** Found in the page of this version only. */
  readonly mark: string
}

export const makeNewerVersion = async (): Promise<NewerVersion> => {
  const { main, change, remove } = await copyRelay()
  await change('dist/index.html', '</head>', '<meta name="newer-version" /></head>')
  // The service worker names the page with a fingerprint of it, under which browsers keep it.
  await change('dist/sw.js', /(url:"index\.html",revision:")\w+/, '$1ffffffffffffffffffffffffffffffff')
  return { main, mark: 'meta[name="newer-version"]', remove }
}
