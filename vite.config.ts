/** Builds the installable app from client/ into dist/, and says where which tests run. Knows nothing of the relay but its path. */
import { join } from 'node:path'
import solid from 'vite-plugin-solid'
import { VitePWA } from 'vite-plugin-pwa'
import { nl } from './client/copy/nl.ts'
import { PRACTICE_IDS } from './client/domain/plan/practice-id.ts'
import { fetchAhead } from './vite.fetch-ahead.ts'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const ROOT = import.meta.dirname
/** Long enough for a machine that does much else, in ms: only a test that fails waits for it. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }
const TESTED = '{client,shared,sync-server,e2e,.ci}/**'

/** Tests that start relays, databases and proxies as processes and kill them: a stage of their own (.ci/stages.ts). */
export const WITH_PROCESSES = [
  'e2e/faults/*.test.ts',
  'sync-server/{crash,damage,discretion,main,several-relays}.test.ts',
  'sync-server/{admin,deploy,storage/postgres}/*.test.ts',
]
/** Tests that break the app on purpose to see whether the simulation notices. */
const MUTATIONS = ['e2e/simulation/broken-invariants.test.ts']

/** The oldest browsers we promise: what phones of 2018 can update to. `index.html` shows a sentence to anything older. */
const BROWSERS = ['ios16.4', 'safari16.4', 'chrome111', 'firefox128']

/**
 * A few files: fifty small ones compress a quarter worse, and over a slow line each is a wait of its own. All of them are kept
 * offline anyway. What the first screen needs stands in the first, with many plans in the next, too, and what stands beside
 * it now and then in another; what a plan does in `plan`, and screens that are opened now and then in `more`. Each has its words.
 */
const MANY_CHUNK =
  /client\/(features\/home\/(many-plans|find|found|use-plan-words)|domain\/search\/fold-text|ui\/(text-field|field-frame|pictures|progress|copy-button|linked-line))/
const ASIDE_CHUNK =
  /client\/(features\/(about|home\/(notices|restore-notice|new-card-notice|home-alarms))|copy\/nl\/aside|reactive\/use-aside)/
/** Fetched once the first screen stands: what its buttons need a moment later, and a device that keeps nothing. */
const BEHIND_CHUNK =
  /client\/(ui\/(tap-once|aimed-taps|guard-taps|spoken-blocks)|reactive\/to-sentences|app\/browser\/(picture|keep-still)|storage\/(device|drafts)\/memory)/
const PLAN_CHUNK =
  /client\/(features\/(?!about)|wording\/(?!names|news)|domain|ui\/(?!card)|reactive\/|copy\/nl\/|sync\/(document|update)|storage\/document|device\/plan\/(undo-memory|plan-news))|node_modules\/(fractional-indexing|y-indexeddb|y-protocols)\//
/** The screens of a plan but its overview, which joining and opening wait for. Fetched once that stands (client/app/routes.tsx). */
const PARTS_CHUNK =
  /client\/(features\/(goals|story|wheel)\/|packs\/|editor\/(shared|caret-keeper)|domain\/(exchange\/(import-plan|inert-html)|goals\/calendar|story\/(follow-caret|large-parts|story-size|story-(authors|elements|pages)))|reactive\/use-(calendar|who-set)|ui\/(chips|held-|set-aside|show-more|to-calendar|way-on|when-field|wheel\/wheel-(input|keys)))/
const MORE_CHUNK =
  /client\/(features\/(?!(about|plan|overview|goals|wheel|story|join|start|open)\/)|features\/plan\/taken-notice|domain\/(history\/(?!paragraphs|passage-place)|exchange\/(export|fhir|import\.)|story\/story-html)|device\/plan\/plan-history|ui\/(asked-first|colour|file-picker|qr-code)|reactive\/(use-copy|owners)|wording\/(card-fault|conversation-words|history)|copy\/(nl\.ts|nl\/more))|node_modules\/uqr\//

/**
 * What reads and keeps a log and a document, with the keys for it: the engine. Backups and seldom screens need parts of it. A
 * lock needs the ciphers alone, and the practice plan nothing.
 */
const ENGINE_CHUNK =
  /client\/(sync\/|storage\/(?!at-rest)|keys\/(?!device-lock|library)|device\/(?!device\.ts|backup|lock|practice))|shared\/|node_modules\/(hpke|y-websocket)\//

/** Documents, and what reads and writes bytes. */
const YJS_CHUNK = /node_modules\/(lib0|yjs)\/|shared\/protocol\/(hash|readers|id-codec|limits)/

/** All but the page on the way out, which stands by itself: it must be there at once. */
const NOT_AWAY = /^(?!.*client\/(?:away\/|calendar\.html))/

const PRACTICE = PRACTICE_IDS.resident.slice(0, -2)
/** Whoever opens a link of these waits for more than the first file. */
const AHEAD = [
  { address: `^#/plan/${PRACTICE}`, modules: ['features/plan/plan-screen.tsx', 'device/practice/run-practice.ts'] },
  { address: `^#/plan/(?!${PRACTICE})`, modules: ['features/plan/plan-screen.tsx', 'device/engine.ts'] },
  { address: '^#/plan/[^/]+/(goals|story|wheel)', modules: ['features/goals/goals-screen.tsx'] },
  { address: '^#/join/', modules: ['features/join/join-screen.tsx', 'device/engine.ts'] },
]

/** By the rule of chooseLanguage (client/copy/languages.ts). */
const WORDS_AHEAD = { setting: 'language', languages: { nl: null, en: 'copy/en/first.ts' } }

/** Paper, light and dark, from the design tokens: the colours around the app before its own style sheet has loaded. */
const PAPER = '#faf6ef'

const env = process.env
const settings = {
  APP_NAME: env['APP_NAME'] || 'Weef',
  APP_ICON: env['APP_ICON'] || 'weef',
  RELAY_URL: env['RELAY_URL'] ?? '',
  LEAVE_URL: env['LEAVE_URL'] || 'https://www.buienradar.nl/', // the weather: nobody asks why you look at it
}
const icons = `icons/${settings.APP_ICON}`

const manifest = {
  id: '/',
  name: settings.APP_NAME,
  short_name: settings.APP_NAME,
  description: 'Schrijf samen, ook zonder internet.', // neutral too: it shows wherever the app is installed
  lang: 'nl',
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  theme_color: PAPER,
  background_color: PAPER,
  // What a long press on the icon offers, and what other apps can share with this one.
  shortcuts: [
    { name: nl.home.start, url: '/#/start' },
    { name: nl.home.invited, url: '/#/open' },
    { name: nl.worker.practice.title, url: `/#/plan/${PRACTICE_IDS.resident}` },
  ],
  share_target: {
    action: '/share', // never reaches the network: client/public/share-target.js
    method: 'POST' as const,
    enctype: 'multipart/form-data' as const,
    params: { title: 'title', text: 'text', url: 'url' },
  },
  icons: [
    { src: `${icons}/icon.svg`, sizes: 'any', type: 'image/svg+xml' },
    { src: `${icons}/icon-192.png`, sizes: '192x192', type: 'image/png' },
    { src: `${icons}/icon-512.png`, sizes: '512x512', type: 'image/png' },
    { src: `${icons}/maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}

const pwa = VitePWA({
  registerType: 'prompt', // a reload under unsaved work is worse than an old version: people choose the moment
  injectRegister: false, // the app registers from its own bundle: no inline script, so the strict policy holds
  manifest,
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
    importScripts: ['share-target.js'],
    globIgnores: ['share-target.js', 'icons/**'], // the manifest names those of the chosen folder, and they are kept too
    navigateFallback: 'index.html',
    navigateFallbackDenylist: [/^\/relay/, /^\/(healthz|readyz|metrics)$/],
    cleanupOutdatedCaches: true,
    clientsClaim: true, // whoever loses the connection on a first visit still gets the screens not opened yet
    inlineWorkboxRuntime: true,
  },
})

const inNode = (name: string, include: string[], exclude: string[] = []): TestProjectInlineConfiguration => ({
  extends: false, // the Solid plugin would resolve `ws` to its browser stub
  test: {
    ...PATIENCE,
    name,
    root: ROOT,
    environment: 'node',
    include,
    exclude: ['**/node_modules/**', ...exclude],
  },
})

export default defineConfig({
  root: join(ROOT, 'client'),
  plugins: [solid(), pwa, fetchAhead(AHEAD, WORDS_AHEAD)],
  define: Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`import.meta.env.${name}`, JSON.stringify(value)]),
  ),
  envPrefix: 'WEEF_UNUSED_', // only the settings above reach the app, never a stray variable of the machine
  build: {
    outDir: join(ROOT, 'dist'),
    emptyOutDir: true,
    target: BROWSERS,
    manifest: true, // .size-limit.ts reads it; a dotted folder, so the relay does not serve it
    assetsInlineLimit: 0, // data: addresses would need a hole in the content security policy
    rolldownOptions: {
      input: ['index', 'calendar'].map((name) => join(ROOT, `client/${name}.html`)),
      checks: { pluginTimings: false }, // says which plugin took long, in yellow, to people who only want to start
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'first', tags: ['$initial'], test: NOT_AWAY, priority: 1 },
            { name: 'many', test: MANY_CHUNK, priority: 0.8 },
            { name: 'behind', test: BEHIND_CHUNK, priority: 0.8 },
            { name: 'aside', test: ASIDE_CHUNK, priority: 0.8 },
            { name: 'en-first', test: /copy\/en\/first/, priority: 0.8 },
            { name: 'en-plan', test: /copy\/en\/plan/, priority: 0.8 },
            { name: 'en-more', test: /copy\/(en\/(aside|more)|pseudo)/, priority: 0.8 },
            { name: 'parts', test: PARTS_CHUNK, priority: 0.6 },
            { name: 'more', test: MORE_CHUNK, priority: 0.5 },
            { name: 'plan', test: PLAN_CHUNK },
            { name: 'yjs', test: YJS_CHUNK },
            { name: 'backup', test: /client\/(device|storage)\/backup\// },
            { name: 'engine', test: ENGINE_CHUNK },
          ],
        },
      },
    },
    modulePreload: { polyfill: false }, // older Safari only fetches a little later; from then on all is precached
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/relay': { target: 'ws://127.0.0.1:4321', ws: true }, '/healthz': 'http://127.0.0.1:4321' },
  },
  test: {
    root: ROOT,
    maxWorkers: '100%', // vitest would leave a core free: of two, the half
    projects: [
      inNode('logic', [`${TESTED}/*.test.ts`], [...WITH_PROCESSES, ...MUTATIONS]),
      inNode('processes', WITH_PROCESSES),
      inNode('mutations', MUTATIONS),
      {
        extends: true,
        test: {
          ...PATIENCE,
          name: 'screens',
          root: ROOT,
          environment: 'jsdom',
          include: [`${TESTED}/*.test.tsx`],
          setupFiles: ['client/testing/screens.setup.ts'],
        },
      },
    ],
  },
})
