import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { findProgram } from './proxies.ts'

test('a proxy of the PATH comes before one that was unpacked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weef-programs-'))
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })
  vi.stubEnv('PATH', folder)
  await writeFile(join(folder, 'caddy'), '', { mode: 0o755 })
  expect(findProgram('caddy')).toBe(join(folder, 'caddy'))
})
