/**
 * Settings of the journeys: real Chromium, one context per person, no retries. The relay is started by e2e/support, per
 * journey.
 */
import { defineConfig } from '@playwright/test'
import { findChromium } from '../.ci/chromium.ts'
import { TIME_ZONE } from './support/days.ts'

/**
 * Chromium takes only the last list: the first three lines repeat what Playwright itself turns off, and the last two features
 * render pages of their own for every window's address bar.
 */
const FEATURES_OFF = [
  'AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose',
  'HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning',
  'OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch',
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup',
]

/** Without throttling and without a sandbox, so that it also runs as root in a container. */
const CHROMIUM_FLAGS = [
  `--disable-features=${FEATURES_OFF.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * In ms, longer than the app's longest backoff (30 s, client/sync/connection/backoff.ts): what people wait for then comes
 * by itself. Only a failing journey waits this long.
 */
const PATIENCE_MS = 45_000

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results',
  workers: 2, // one per core of the smallest supported machine
  fullyParallel: true,
  retries: 0, // a journey that passes the second time shows a defect of ours
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: PATIENCE_MS },
  reporter: [['line'], ['json', { outputFile: '../.cache/playwright.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'nl-NL',
    timezoneId: TIME_ZONE,
    // Copies of the page would take a third of a journey's time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false, attachments: false },
    screenshot: 'only-on-failure',
    actionTimeout: PATIENCE_MS,
    navigationTimeout: PATIENCE_MS,
    launchOptions: { executablePath: findChromium() ?? 'chromium', args: CHROMIUM_FLAGS },
  },
})
