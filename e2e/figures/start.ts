/**
 * The setting of every figure: a relay that serves the built app, and the way from an empty browser to a plan with an
 * invitation.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { Page } from '@playwright/test'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export const startRelay = async (folder: string) => {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent' }
  const relay = spawn(process.execPath, ['sync-server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => relay.stdout.once('data', resolve))
  return { origin: `http://localhost:${port}/`, stop: () => relay.kill('SIGKILL') }
}

/** Returns the plan's address. */
export const beginPlan = async (page: Page, origin: string): Promise<string> => {
  await page.goto(origin)
  await page.getByText('Maak een plan').first().click()
  await page.getByText('Voor mij').click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL(/#\/plan\/[\w-]+$/)
  return page.url()
}

/** Returns the link of an editor's invitation. */
export const invite = async (page: Page, plan: string): Promise<string> => {
  await page.goto(`${plan}/invite`)
  await page.getByText('Ik stuur een link').click()
  await page.getByRole('button', { name: 'Maak de uitnodiging' }).click()
  await page.getByText('De uitnodiging is klaar').waitFor()
  return /http[^"<> ]*#\/join\/[\w.-]+/.exec(await page.content())?.[0] ?? ''
}
