/** From the first tap to a first step with a day, alone, invited and at one table: how many taps and screens it takes. */
import type { Page } from '@playwright/test'
import { type Counted, countTaps } from '../support/taps.ts'
import { expect, test } from '../support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }
/** The aim, from home and from an invitation alike. */
const MOST_TAPS = 15

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

/** The way that every screen leads on, from the question to the first step. */
const goOn = async (page: Page, { tap, type, day }: Counted): Promise<void> => {
  await tap(link(page, 'Begin hier: schrijf je verhaal'))
  await type(page.getByRole('textbox', { name: 'Verhaal' }), 'Ik zit te veel alleen.')
  await tap(link(page, 'Verder: je wiel'))
  await tap(page.getByRole('group', { name: 'Cijfer voor Lichaamsfuncties' }).getByRole('button', { name: '7' }))
  await tap(button(page, 'Klaar'))
  await tap(link(page, 'Verder: één ding om te veranderen'))
  await type(page.getByLabel('Wat wil je bereiken?'), 'Weer onder de mensen')
  await tap(button(page, 'Bewaar').first())
  await expect(page.getByRole('heading', { level: 1, name: 'Weer onder de mensen' })).toBeVisible()
  await tap(button(page, 'Stap erbij'))
  await type(page.getByLabel('Wat ga je doen?'), 'Kijken bij de buurttuin')
  await tap(button(page, 'Bewaar').first())
  await day(page.getByLabel(/^Wanneer/).first(), '2026-12-24')
  await expect(page.getByText('24 december')).toBeVisible()
}

test('alone, from home', async ({ person }, info) => {
  const fatma = await person('Fatma', PHONE)
  await fatma.openApp()
  const page = fatma.page()
  const counted = countTaps(page, fatma.words, info)
  await counted.tap(link(page, 'Maak een plan'))
  await counted.type(page.getByLabel('Hoe wil je heten?'), 'Fatma')
  await counted.tap(button(page, 'Begin'))
  await goOn(page, counted)
  counted.tell('home → first step with a day', MOST_TAPS)
})

test('invited', async ({ person }, info) => {
  const wilma = await person('Wilma')
  await wilma.startPlan('Weer rust', 'Voor iemand die ik help')
  const invitation = await wilma.invite('krijgt het plan')
  const fatma = await person('Fatma', PHONE)
  const page = fatma.page()
  await page.goto(invitation.link)
  const counted = countTaps(page, fatma.words, info)
  await counted.type(page.getByLabel('Hoe wil je heten?'), 'Fatma')
  await counted.tap(button(page, 'Doe mee'))
  await goOn(page, counted)
  counted.tell('invitation → first step with a day', MOST_TAPS)
  await wilma.goTo('Wensen, doelen, stappen')
  await expect(wilma.page().getByText('Kijken bij de buurttuin')).toBeVisible()
})

test('two at one table, each with a phone', async ({ person }, info) => {
  const wilma = await person('Wilma', PHONE)
  await wilma.openApp()
  const hers = wilma.page()
  const counted = countTaps(hers, wilma.words, info)
  await counted.tap(link(hers, 'Maak een plan'))
  await counted.tap(hers.getByRole('radio', { name: 'Voor iemand die ik help' }))
  await counted.type(hers.getByLabel('Hoe wil je heten?'), 'Wilma')
  await counted.tap(button(hers, 'Begin'))
  await counted.tap(button(hers, 'Maak de uitnodiging'))
  await counted.tap(hers.getByText('De link', { exact: true }))
  const scanned = (await hers.getByText(/#\/join\//).textContent()) ?? ''
  counted.tell('worker: home → a code to scan', 8)

  const fatma = await person('Fatma', PHONE)
  const page = fatma.page()
  await page.goto(scanned)
  const others = countTaps(page, fatma.words, info)
  await others.type(page.getByLabel('Hoe wil je heten?'), 'Fatma')
  await others.tap(button(page, 'Doe mee'))
  await goOn(page, others)
  others.tell('resident: code → first step with a day', MOST_TAPS)

  const seeing = countTaps(hers, wilma.words, info)
  await seeing.tap(link(hers, 'Ga naar het plan'))
  await expect(hers.getByRole('main')).toContainText('Kijken bij de buurttuin')
  seeing.tell('worker: code → what the resident did', 2)
})
