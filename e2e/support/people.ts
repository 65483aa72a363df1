/** One person at one device, and their actions in terms of the words on screen. Knows no class, no database, no key. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { BrowserDevice } from './browser.ts'
import { type DocumentState, readDocument } from './document.ts'
import type { NetworkProxy } from './network-proxy.ts'
import { readStory, type ShownStory } from './story.ts'
import type { Troubles } from './troubles.ts'

export type Invited = 'schrijft mee' | 'leest mee' | 'krijgt het plan'
export type Invitation = { readonly link: string; readonly code: string | null }

const WHO: Readonly<Record<Invited, string>> = {
  'schrijft mee': 'Iemand die meeschrijft',
  'leest mee': 'Iemand die meeleest',
  'krijgt het plan': 'De persoon van wie dit plan is',
}

/** The parts of a plan: the word on a wide screen for whose plan it is, and the shorter one in the bottom bar. */
const SECTIONS = {
  Plan: 'Plan',
  'Mijn verhaal': 'Verhaal',
  'Mijn wiel': 'Wiel',
  'Wensen, doelen, stappen': 'Doelen',
  Gesprekken: 'Gesprekken',
  'Zo wil ik contact': 'Zo wil ik contact',
  'Wie doet mee': 'Wie doet mee',
  'Wat is er veranderd': 'Wat is er veranderd',
  Uitnodigen: 'Uitnodigen',
  'Over dit plan': 'Over dit plan',
} as const
export type SectionWord = keyof typeof SECTIONS

/** The same parts in somebody else's plan. */
const THEIRS: Partial<Record<SectionWord, string>> = {
  'Mijn verhaal': 'Verhaal van .+',
  'Mijn wiel': 'Wiel van .+',
  'Zo wil ik contact': 'Zo wil .+ contact|Contact',
}
const nameOf = (section: SectionWord): string => `${section}|${SECTIONS[section]}|${THEIRS[section] ?? section}`

export type Person = ReturnType<typeof createPerson>

export type PersonOptions = {
  readonly name: string
  readonly device: BrowserDevice
  readonly line: NetworkProxy
  readonly page: Page
  readonly origin: string
  readonly troubles: Troubles
  /** Collects everything that is typed. */
  readonly words: Set<string>
}

export const createPerson = ({ name, device, line, page: firstPage, origin, troubles, words }: PersonOptions) => {
  let page = firstPage

  const fill = async (field: Locator, text: string): Promise<void> => {
    words.add(text)
    await field.fill(text)
  }
  const press = (button: string): Promise<void> => page.getByRole('button', { name: button, exact: true }).click()
  /** Opens what is folded away under its title. */
  const unfold = (title: string): Promise<void> => page.locator('summary').filter({ hasText: title }).click()
  const goTo = async (section: SectionWord): Promise<void> => {
    const ways = page.getByRole('navigation', { name: 'In dit plan' })
    const link = ways.getByRole('link', { name: new RegExp(`^(${nameOf(section)})$`) })
    const more = ways.getByRole('button', { name: 'Meer' })
    await expect(link.or(more).first()).toBeVisible()
    if (!(await link.isVisible())) await more.click() // on a phone
    await link.click()
    await expect(ways.locator('[aria-current=page]')).toContainText(new RegExp(nameOf(section)))
  }
  const story = (): Locator => page.getByRole('textbox', { name: new RegExp(`^(${nameOf('Mijn verhaal')})$`) })
  /** The state of the plan in words, at the top of every screen. */
  const sharing = (): Locator => page.getByRole('banner').locator('p')
  const plan = (): string => /#\/plan\/([\w-]{22})/.exec(page.url())?.[1] ?? ''

  const toStory = async (): Promise<void> => {
    await goTo('Mijn verhaal')
    await expect(story()).toBeVisible()
  }

  const typeOn = async (text: string): Promise<void> => {
    words.add(text)
    await page.keyboard.type(text)
  }

  /** To a new line, where something stands already. */
  const toEndOfStory = async (): Promise<void> => {
    await story().click()
    await page.keyboard.press('Control+End')
    if ((await readStory(page)).text !== '') await page.keyboard.press('Enter')
  }

  /** Resolves when the app can open offline. */
  const hasInstalled = (): Promise<void> => page.evaluate(async () => void (await navigator.serviceWorker.ready))

  return {
    name,
    words,
    troubles,
    line,
    page: (): Page => page,
    plan,
    story,
    sharing,
    press,
    unfold,
    goTo,
    toStory,
    fill,
    typeOn,

    async openApp() {
      await page.goto(origin)
    },
    /** Another window of the same browser, which the rest of the journey uses. */
    async openTab(address: string = page.url()): Promise<Page> {
      const before = page
      page = await device.context().newPage()
      await page.goto(address)
      return before
    },
    useTab(tab: Page) {
      page = tab
    },

    /** For themselves; afterwards the overview is open. */
    async beginPlan(title: string) {
      await page.goto(origin)
      await page.getByRole('link', { name: 'Maak een plan' }).click()
      await fill(page.getByLabel('Hoe heet het plan?'), title)
      await fill(page.getByLabel('Hoe wil je heten?'), name)
      await press('Begin')
      await expect(page.getByRole('navigation', { name: 'In dit plan' })).toBeVisible()
    },
    /** Afterwards the story is open. */
    async startPlan(title: string, forWhom: 'Voor mij' | 'Voor iemand die ik help' = 'Voor mij') {
      await page.goto(origin)
      await page.getByRole('link', { name: 'Maak een plan' }).click()
      await page.getByRole('radio', { name: forWhom }).check()
      await fill(page.getByLabel('Hoe heet het plan?'), title)
      await fill(page.getByLabel('Hoe wil je heten?'), name)
      await press('Begin')
      if (forWhom === 'Voor mij') await toStory()
      else await expect(page.getByRole('heading', { name: 'Nodig iemand uit' })).toBeVisible()
    },
    /** A link, as it is sent in a message. Its secret must not be found anywhere else. */
    async invite(who: Invited, how: { readonly code?: boolean } = {}): Promise<Invitation> {
      await goTo('Wie doet mee') // an invitation that was just made still fills the other screen
      await goTo('Uitnodigen')
      await page.getByRole('radio', { name: WHO[who] }).check()
      await page.getByRole('radio', { name: 'Ik stuur een link' }).check()
      if (how.code) await page.getByLabel('Met een code van 6 cijfers').check()
      await press('Maak de uitnodiging')
      await page.getByText('De link', { exact: true }).click()
      const link = (await page.getByText(/#\/join\//).textContent()) ?? ''
      words.add(link.split('.').at(-1) === 'c' ? (link.split('.').at(-2) ?? '') : (link.split('.').at(-1) ?? ''))
      const shown = how.code ? await page.getByText(/^\d{3} \d{3}$/).textContent() : null
      return { link, code: shown?.replace(' ', '') ?? null }
    },
    async join({ link, code }: Invitation) {
      await page.goto(link)
      const nameField = page.getByLabel('Hoe wil je heten?')
      await expect(page.getByRole('button', { name: 'Doe mee' })).toBeVisible()
      if (await nameField.isVisible()) await fill(nameField, name) // a reader can write nothing, not even a name
      if (code !== null) await page.getByLabel('De code van 6 cijfers').fill(code)
      await press('Doe mee')
      await toStory()
    },

    /** A new paragraph at the end. */
    async write(text: string) {
      await toEndOfStory()
      await typeOn(text)
      await expect(story()).toContainText(text)
    },
    /** Writes all of it at once, as dictation does: on disk it stands in one piece. */
    async dictate(text: string) {
      await toEndOfStory()
      words.add(text)
      await page.keyboard.insertText(text)
      await expect(story()).toContainText(text)
    },
    async writeAtStart(text: string) {
      await story().click()
      await page.keyboard.press('Control+Home')
      await typeOn(text)
      await expect(story()).toContainText(text)
    },
    async sees(text: string | RegExp) {
      await expect(story()).toContainText(text)
    },
    /** The other people who have the plan open now. */
    async seesHere(...others: readonly string[]) {
      const said = others.length === 0 ? 'alleen jij' : new Intl.ListFormat('nl').format(['jij', ...others])
      await expect(page.getByText(`Nu hier: ${said}`, { exact: true })).toBeVisible()
    },
    /** Another person's cursor in the story, with their name. */
    async seesCursorOf(other: string) {
      await expect(story().locator('.caret-name', { hasText: other })).toBeVisible()
    },
    readStory: (): Promise<ShownStory> => readStory(page),
    storyText: async (): Promise<string> => (await readStory(page)).text,
    /** The document stored on this device, read without the app. */
    readDocument: (): Promise<DocumentState> => readDocument(page, plan()),

    isShared: () => expect(sharing()).toHaveText(/^Bewaard op dit toestel\s· Gedeeld\som\s\d/),
    isNotShared: () => expect(sharing()).toHaveText(/^Bewaard op dit toestel\s· Nog niet gedeeld$/),
    isKept: () => expect(sharing()).toHaveText(/^Bewaard op dit toestel/),

    async goOffline() {
      await hasInstalled()
      troubles.breakNetwork()
      await line.cut() // the browser's own switch only freezes open connections
      await device.context().setOffline(true)
    },
    async goOnline() {
      await line.restore()
      await device.context().setOffline(false)
    },
    hasInstalled,
    async reload() {
      await page.reload()
    },
    killBrowser: () => device.kill(),
    closeBrowser: () => device.close(),
    /** Opens the browser where it was, online or offline. */
    async openAgain(options: { readonly offline?: boolean; readonly at?: string } = {}) {
      const address = options.at ?? page.url()
      const context = await device.openAgain()
      await troubles.watch(context, name)
      if (options.offline) await context.setOffline(true)
      page = context.pages()[0] ?? (await context.newPage())
      await page.goto(address)
    },
  }
}

/** Waits until all have the same story: as text, as rendered, and as stored. */
export const expectSame = async (...people: readonly Person[]): Promise<void> => {
  const differing = async (): Promise<readonly string[]> => {
    const seen = await Promise.all(
      people.map(async (person) => ({ ...(await person.readStory()), ...(await person.readDocument()) })),
    )
    const first = JSON.stringify(seen[0])
    return seen.map((each) => JSON.stringify(each)).filter((each) => each !== first && first !== undefined)
  }
  await expect.poll(differing, { message: 'what the others have and the first has not' }).toEqual([])
}
