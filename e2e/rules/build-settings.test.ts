/** What a build is told through its environment arrives in the app, and nothing else of the machine does. */
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => void vi.unstubAllEnvs())

const definedWith = async (env: Readonly<Record<string, string>>): Promise<Record<string, unknown>> => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  vi.resetModules()
  const { default: config } = await import('../../vite.config.ts')
  return Object.fromEntries(Object.entries((await config).define ?? {}))
}

test('RELAY_URL is built in; without it the relay is where the app came from', async () => {
  const elsewhere = await definedWith({ RELAY_URL: 'wss://relay.example.org/relay', SECRET_OF_THE_MACHINE: 'x' })
  expect(elsewhere['import.meta.env.RELAY_URL']).toBe('"wss://relay.example.org/relay"')
  expect(Object.keys(elsewhere)).toEqual(['APP_NAME', 'APP_ICON', 'RELAY_URL', 'LEAVE_URL'].map((name) => `import.meta.env.${name}`)) // prettier-ignore
  expect((await definedWith({ RELAY_URL: '' }))['import.meta.env.RELAY_URL']).toBe('""')
})
