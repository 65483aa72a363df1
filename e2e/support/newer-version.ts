/** The same app with another page and service worker, beside a copy of the relay that serves it: as after an update. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

export type NewerVersion = {
  /** What the relay is started with. */
  readonly main: string
  /** Found in the page of this version only. */
  readonly mark: string
  remove(): Promise<void>
}

export const makeNewerVersion = async (): Promise<NewerVersion> => {
  const folder = await mkdtemp(join(tmpdir(), 'weef-newer-'))
  for (const name of ['package.json', 'shared', 'sync-server', 'dist'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))

  const page = join(folder, 'dist', 'index.html')
  await writeFile(page, (await readFile(page, 'utf8')).replace('</head>', '<meta name="newer-version" /></head>'))
  const worker = join(folder, 'dist', 'sw.js')
  const script = await readFile(worker, 'utf8')
  // It names the page with a fingerprint of it, under which browsers keep it.
  const changed = script.replace(/(url:"index\.html",revision:")\w+/, '$1ffffffffffffffffffffffffffffffff')
  if (changed === script) throw new Error('The service worker does not name its page as it used to.')
  await writeFile(worker, changed)
  return {
    main: join(folder, 'sync-server', 'main.ts'),
    mark: 'meta[name="newer-version"]',
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
