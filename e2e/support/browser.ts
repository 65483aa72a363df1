/**
 * One device: a browser with its own storage. One kind lasts as long as its test; the other keeps its folder and can be
 * killed.
 */
import { mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from '@playwright/test'
import { actAsOldest } from './oldest-browser.ts'

export type BrowserDevice = {
  readonly context: () => BrowserContext
  /** SIGKILL of the whole browser. */
  kill(): Promise<void>
  /** As people close a window. */
  close(): Promise<void>
  /** With everything that the browser had stored. */
  openAgain(): Promise<BrowserContext>
  remove(): Promise<void>
}

export const openDevice = async (browser: Browser, options: BrowserContextOptions): Promise<BrowserDevice> => {
  const context = await browser.newContext(options)
  await actAsOldest(context)
  const cannot = () => Promise.reject(new Error('Only a browser of its own can be killed and opened again.'))
  return {
    context: () => context,
    kill: cannot,
    openAgain: cannot,
    close: () => context.close(),
    remove: () => context.close(),
  }
}

/** Chromium names its own process in its lock file: `host-1234`. */
const processOf = async (folder: string): Promise<number> => {
  const lock = await readlink(join(folder, 'SingletonLock'))
  return Number(lock.slice(lock.lastIndexOf('-') + 1))
}

export const openOwnBrowser = async (launch: LaunchOptions, options: BrowserContextOptions): Promise<BrowserDevice> => {
  const folder = await mkdtemp(join(tmpdir(), 'weef-browser-'))
  const start = async () => {
    const started = await chromium.launchPersistentContext(folder, { ...launch, ...options })
    await actAsOldest(started)
    return started
  }
  let context = await start()
  return {
    context: () => context,
    async kill() {
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
      process.kill(await processOf(folder), 'SIGKILL')
      await gone
    },
    close: () => context.close(),
    openAgain: async () => (context = await start()),
    async remove() {
      await context.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
