import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureChromium, findChromium } from './chromium.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weef-programs-'))
  vi.stubEnv('PATH', folder)
  vi.stubEnv('CHROMIUM_PATH', '')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const install = async (name: string): Promise<string> => {
  await writeFile(join(folder, name), '#!/bin/sh\n', { mode: 0o755 })
  return join(folder, name)
}

test("the system's own browser is found by any of its names", async () => {
  const path = await install('google-chrome')
  expect(findChromium()).toBe(path)
})

test('CHROMIUM_PATH comes first', async () => {
  await install('chromium')
  const chosen = await install('my-browser')
  vi.stubEnv('CHROMIUM_PATH', chosen)
  expect(findChromium()).toBe(chosen)
})

test('a wrong CHROMIUM_PATH is said, not silently replaced', async () => {
  await install('chromium')
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'not-there'))
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await ensureChromium()).toBe(null)
  expect(said.mock.calls.join('')).toContain('set CHROMIUM_PATH')
})
