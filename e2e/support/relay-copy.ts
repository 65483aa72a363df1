/** A relay with its app in a folder of their own, which a journey may change: as after an update, or before one. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

export type RelayCopy = {
  /** The module to start. */
  readonly main: string
  /** Throws when the file does not contain what should be changed. */
  change(path: string, from: string | RegExp, to: string): Promise<void>
  remove(): Promise<void>
}

export const copyRelay = async (): Promise<RelayCopy> => {
  const folder = await mkdtemp(join(tmpdir(), 'weef-copy-'))
  for (const name of ['package.json', 'shared', 'sync-server', 'dist'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return {
    main: join(folder, 'sync-server', 'main.ts'),
    async change(path, from, to) {
      const file = join(folder, path)
      const text = await readFile(file, 'utf8')
      const changed = text.replace(from, to)
      if (changed === text) throw new Error(`${path} does not say “${from}” any more.`)
      await writeFile(file, changed)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
