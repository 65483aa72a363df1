/** A hostile member writes what should run, load or break. The others read words, and continue. */
import type { Page } from '@playwright/test'
import { MARKUP, PAYLOAD, poisonCopy, POISONS } from '../support/hostile.ts'
import type { Person, SectionWord } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

/** As long as a name may be: a form takes no longer one. */
const NAME = '<img src=x onerror=window.harmed=1>'
const PARTS: readonly SectionWord[] = [
  'Plan',
  'Wensen, doelen, stappen',
  'Gesprekken',
  'Zo wil ik contact',
  'Wie doet mee',
  'Over dit plan',
]

/** Requests of this page to any other origin. */
const watchAway = (page: Page, origin: string): readonly string[] => {
  const away: string[] = []
  page.context().on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) away.push(request.url())
  })
  return away
}
const isUnharmed = async (person: Person): Promise<void> => {
  expect(await person.page().evaluate(() => 'harmed' in window || 'harmed' in {})).toBe(false)
}

test('poisoned content runs nowhere, and breaks neither home nor another plan', async ({ person, relay }) => {
  const [fatma, mallory] = [await person('Fatma'), await person(NAME)]
  const away = watchAway(fatma.page(), relay.origin)
  await fatma.startPlan('Eigen plan')
  await fatma.write('Hier is niets mis mee.')
  await fatma.startPlan('Samen')
  await mallory.join(await fatma.invite('schrijft mee'))
  const visitHome = async (): Promise<void> => {
    await fatma.page().goto(`${relay.origin}/#/`)
    await expect(fatma.page().getByRole('link', { name: 'Eigen plan' })).toBeVisible()
  }
  for (const [kind, poison] of Object.entries(POISONS)) {
    await visitHome() // so that it arrives as news
    await mallory.goOffline()
    await mallory.write(`marker ${kind}`)
    await mallory.isKept()
    await poisonCopy(mallory.page(), mallory.plan(), `marker ${kind}`, poison)
    await mallory.reload()
    await mallory.goOnline()
    await mallory.isShared()

    await fatma.page().goto(`${relay.origin}/#/plan/${mallory.plan()}`)
    await expect(fatma.page().getByRole('banner').getByText(PAYLOAD)).toBeVisible()
    for (const part of PARTS) {
      await fatma.goTo(part)
      await isUnharmed(fatma)
    }
    await fatma.goTo('Mijn verhaal')
    await expect(fatma.page().getByText(`marker ${kind}`)).toBeVisible()
    await expect(
      fatma.page().locator('main [href^="java" i], main [href^="data:" i], main :is(script, img, iframe)'),
    ).toHaveCount(0)
    await isUnharmed(fatma)
  }
  await visitHome()
  await fatma.reload()
  await expect(fatma.page().getByRole('link', { name: PAYLOAD })).toBeVisible()
  await fatma.page().getByRole('link', { name: 'Eigen plan' }).click()
  await fatma.toStory()
  await fatma.sees('Hier is niets mis mee.')
  await fatma.page().evaluate(
    (all) => {
      for (const html of all) {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', html)
        document
          .querySelector('.story-text')
          ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }
    },
    [...MARKUP, '<p>En <b>dit</b> is geplakt.</p>'],
  )
  await fatma.sees('En dit is geplakt.')
  await isUnharmed(fatma)
  expect(away).toEqual([])
})

test("the relay's security headers hold: no foreign code, no browser feature that is not used, no framing", async ({
  person,
  relay,
}) => {
  const fatma = await person('Fatma')
  fatma.troubles.allow(/./) // each attempt below logs a violation
  await fatma.startPlan('Op slot') // every part of the page has been shown
  const page = fatma.page()
  for (const path of ['/', '/sw.js', '/manifest.webmanifest', '/nothing', '/healthz']) {
    const headers = (await page.request.get(`${relay.origin}${path}`)).headers()
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:/)
    for (const part of ["default-src 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(part)
  }
  const tries = await page.evaluate(async () => {
    const found: string[] = []
    const attempt = async (name: string, run: () => unknown): Promise<void> => {
      try {
        await run()
        found.push(name)
      } catch {} // that is expected
    }
    await new Promise((resolve) => setTimeout(resolve)) // a test may evaluate, until its turn ends
    // oxlint-disable-next-line no-eval -- that it cannot is what is tested
    await attempt('eval', () => (0, eval)('1'))
    await attempt('a worker', () => navigator.serviceWorker.register('/other.js'))
    await attempt('a request', () => fetch('https://elsewhere.invalid/'))
    const script = document.createElement('script')
    script.append('window.harmed = 1')
    document.body.append(script)
    const style = document.createElement('p')
    style.setAttribute('style', 'color: rgb(1, 2, 3)')
    document.body.append(style)
    if (getComputedStyle(style).color === 'rgb(1, 2, 3)') found.push('a style')
    return found
  })
  expect(tries).toEqual([])
  await isUnharmed(fatma)
  const allowed = await page.evaluate(() =>
    (document as unknown as { featurePolicy: { allowedFeatures(): string[] } }).featurePolicy
      .allowedFeatures()
      .filter((name) => !name.startsWith('ch-')),
  )
  const used = ['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get']
  expect(allowed.filter((name) => name !== 'web-share').toSorted()).toEqual(used)
})
