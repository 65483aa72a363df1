import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensurePostgres, findPostgres, NO_POSTGRES } from './postgres.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weef-programs-'))
  vi.stubEnv('PATH', join(folder, 'path'))
  vi.stubEnv('POSTGRES_BIN', '')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const install = async (name: string): Promise<string> => {
  const path = join(folder, name)
  await mkdir(path)
  for (const program of ['initdb', 'pg_ctl', 'postgres']) await writeFile(join(path, program), '', { mode: 0o755 })
  return path
}

test('POSTGRES_BIN comes first, then the PATH', async () => {
  const onPath = await install('path')
  expect(findPostgres()).toBe(onPath)
  const chosen = await install('chosen')
  vi.stubEnv('POSTGRES_BIN', chosen)
  expect(findPostgres()).toBe(chosen)
})

test('a wrong POSTGRES_BIN is said, not silently replaced', async () => {
  await install('path')
  vi.stubEnv('POSTGRES_BIN', join(folder, 'not-there'))
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await ensurePostgres()).toBe(null)
  expect(said.mock.calls.join('')).toBe(`${NO_POSTGRES}\n`)
})
