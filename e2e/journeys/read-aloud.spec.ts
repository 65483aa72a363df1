/** Listening to a plan: only by the device's own voices, and silent as soon as nobody should hear it. */
import { endSentence, giveVoices, isTalking, saidBy } from '../support/fake-voices.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const ELSEWHERE = 'https://www.buienradar.nl/'
const SECRET = 'Dit is geheim.'

const hear = (one: Person, text: string) =>
  expect.poll(async () => (await saidBy(one.page())).map((said) => said.text)).toContain(text)

/** Listens until the written text has been spoken. */
const listen = async (one: Person): Promise<void> => {
  await one.press('Lees voor')
  for (;;) {
    const said = await saidBy(one.page())
    if (said.some(({ text }) => text === SECRET)) return
    await endSentence(one.page())
    await expect.poll(async () => (await saidBy(one.page())).length).toBeGreaterThan(said.length)
  }
}

test('a story is read by a voice of this device, stops and continues; leaving silences it at once', async ({
  person,
}) => {
  const fatma = await person('Fatma')
  const heard = await giveVoices(fatma.page())
  // A slow site: until it answers, the page that was left is still loaded.
  const answer = Promise.withResolvers<void>()
  await fatma
    .page()
    .context()
    .route(`${ELSEWHERE}**`, async (route) => {
      await answer.promise
      await route.fulfill({ contentType: 'text/html', body: 'Het weer' })
    })
  await fatma.startPlan('Hardop')
  await fatma.write(`${SECRET} Niemand mag dit horen.`)
  await listen(fatma)
  await fatma.press('Stop met lezen')
  expect(await isTalking(fatma.page())).toBe(false)
  await fatma.press('Lees verder')
  await expect.poll(() => isTalking(fatma.page())).toBe(true)
  expect(new Set((await saidBy(fatma.page())).map(({ voice }) => voice))).toEqual(new Set(['Stem van dit toestel']))
  await hear(fatma, SECRET)

  for (let press = 0; press < 3; press += 1) await fatma.page().keyboard.press('Shift')
  await expect.poll(() => heard.at(-1)).toBeNull()
  const before = heard.length
  answer.resolve()
  await expect(fatma.page()).toHaveURL(ELSEWHERE)
  expect(heard.slice(before)).toEqual([])
})

test('nothing more is read when the page is hidden', async ({ person }) => {
  const fatma = await person('Fatma')
  await giveVoices(fatma.page())
  await fatma.startPlan('Hardop')
  await fatma.write(`${SECRET} Niemand mag dit horen.`)
  await listen(fatma)
  // A locked phone, or another tab.
  await fatma.page().evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect(await isTalking(fatma.page())).toBe(false)
  await expect(fatma.page().getByRole('button', { name: 'Lees verder' })).toBeVisible()
})
