/** Inspects one screen: every theme, every size, large and widely spaced text, the pseudo language. Restores it afterwards. */
import { AxeBuilder } from '@axe-core/playwright'
import type { CDPSession, Page } from '@playwright/test'
import { findBrokenWords, findChosenTroubles, findFocusTroubles, findLayoutTroubles } from './layout.ts'
import { withLongWords } from './long-words.ts'
import { findStrayWords, speakDutch, speakPseudo } from './words.ts'

/** The rules that a theme affects: the others give the same result in the dark, and would double the time. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const PHONE = { width: 360, height: 740 }
const SMALLEST = { width: 320, height: 640 } // product.md, rule 8
const DESK = { width: 1280, height: 800 }
/** The same at 200 %. */
const LARGE_DESK = { width: 640, height: 400 }
/** The phone on its side. */
const ON_ITS_SIDE = { width: 740, height: 360 }

/** WCAG 2.2, 1.4.12. */
const SPACED_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

/** The default font size of browsers, in CSS pixels; WCAG 2.2, 1.4.4 asks for twice that. */
const USUAL_LETTERS = 16
const LARGE_LETTERS = 2 * USUAL_LETTERS

/** A folder for pictures of every screen, for people to look at: `PICTURES=/some/where npx playwright test …`. */
const PICTURES = process.env['PICTURES']

export type Found = (trouble: string) => void

/** Sets the viewport to the page's whole height, so that sticky elements are at their edge. */
const asTallAsItIs = async <Result>(page: Page, look: () => Promise<Result>): Promise<Result> => {
  const size = page.viewportSize() ?? PHONE
  const height = await page.evaluate(() => (scrollTo(0, 0), document.documentElement.scrollHeight))
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) })
  const seen = await look()
  await page.setViewportSize(size)
  return seen
}

const takePicture = (page: Page, name: string): Promise<Buffer> => {
  const path = `${PICTURES}/${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`
  return asTallAsItIs(page, () => page.screenshot({ path, animations: 'disabled' }))
}

const hasAxe = (): boolean => 'axe' in window

/** `only`: these rules instead of all. Axe comes into a page once: reading it takes longer than most of its rules. */
const runAxe = async (page: Page, only?: string[]): Promise<readonly string[]> => {
  const known = (await page.evaluate(hasAxe)) ? { axeSource: 'void 0' } : {}
  const builder = new AxeBuilder({ page, ...known }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (only ? builder.withRules(only) : builder.withTags(RULES)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** At the page’s full height when a target seems too small: half covered by a bar, it would be measured by half. */
const findAxeTroubles = async (page: Page): Promise<readonly string[]> => {
  const found = await runAxe(page)
  return found.some((trouble) => trouble.startsWith('target-size')) ? asTallAsItIs(page, () => runAxe(page)) : found
}

/** One for each page, never closed: closing any of them takes a page's virtual unlock away (virtual-unlock.ts). */
const sessions = new WeakMap<Page, Promise<CDPSession>>()
const devtoolsOf = (page: Page): Promise<CDPSession> => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

const setLetters = (devtools: CDPSession, standard: number): Promise<unknown> =>
  devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } })

/** Runs in the page: where its content, or what must be read first, begins, as a part of what is seen. */
const startOfContent = (): number =>
  (document.querySelector('main h1, main h2, .bn')?.getBoundingClientRect().top ?? 0) / innerHeight

const findLateContent = async (page: Page): Promise<readonly string[]> => {
  const start = await page.evaluate(startOfContent)
  return start < 0.5 ? [] : [`begins at ${Math.round(100 * start)} % of what is seen`]
}

/** Runs in the page. */
const spaceText = (rules: string): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [sheet]
}

const withSpacedText = async (page: Page, look: () => Promise<void>): Promise<void> => {
  await page.evaluate(spaceText, SPACED_TEXT)
  await look()
  await page.evaluate(spaceText, '')
}

type Looked = { readonly name: string; readonly bare?: boolean }

export const inspect = async (
  page: Page,
  typed: Iterable<string>,
  { name, bare = false }: Looked,
  found: Found,
): Promise<void> => {
  const look = async (way: string, ...troubles: readonly (() => Promise<readonly string[]>)[]): Promise<void> => {
    await page.evaluate(() => scrollTo(0, 0)) // a target half covered by a bar would be measured by half
    for (const search of troubles) for (const trouble of await search()) found(`${name} · ${way} · ${trouble}`)
    if (PICTURES !== undefined) await takePicture(page, `${name} · ${way}`)
  }
  const axe = () => findAxeTroubles(page)
  const colours = () => runAxe(page, OF_COLOURS)
  const layout = () => findLayoutTroubles(page)
  const focus = () => findFocusTroubles(page)
  const words = () => findStrayWords(page, typed)
  const broken = () => findBrokenWords(page)
  const chosen = () => findChosenTroubles(page)

  const devtools = await devtoolsOf(page)
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'light' })
  await look('phone light', axe, layout, broken, focus)
  await setLetters(devtools, LARGE_LETTERS)
  await look('phone large letters', layout, focus)
  await setLetters(devtools, USUAL_LETTERS)
  await withSpacedText(page, () => look('phone spaced text', layout))
  await page.emulateMedia({ forcedColors: 'active' })
  await look('phone forced colours', chosen)
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' })
  await look('phone dark', colours)
  await page.setViewportSize(ON_ITS_SIDE)
  await look('phone on its side', layout, broken, () => findLateContent(page))
  await page.setViewportSize(DESK)
  await look('desk dark', colours)
  await page.emulateMedia({ colorScheme: 'light' })
  await look('desk light', axe, layout, broken, focus)
  await page.setViewportSize(LARGE_DESK)
  await look('desk at 200 %', layout)
  await page.setViewportSize(DESK)
  if (!bare) {
    await speakPseudo(page)
    await look('desk made-up', layout)
    await page.setViewportSize(SMALLEST)
    await look('smallest made-up', layout)
    await page.setViewportSize(PHONE)
    await look('phone made-up', words, layout)
    await speakDutch(page)
  }
  await page.setViewportSize(SMALLEST)
  await look('smallest', layout)
  await look('smallest long words', () => withLongWords(page, typed, layout))
  await page.setViewportSize(PHONE)
}
