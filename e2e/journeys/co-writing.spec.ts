/** Three people type at the end of one line at the same time: one composes her words, one presses Enter and makes a list. */
import type { Person } from '../support/people.ts'
import { together } from '../support/circle.ts'
import { expectSame } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

/** ms between two keys; people who type fast, so that keys cross on the way. */
const PER_KEY = 45

const FATMA = ' ik wil graag weer werken in een winkel en zelf mijn rekeningen betalen'
const WILMA = ['kringloop', 'zoekt', 'vrijwilligers', 'voor', 'de', 'ochtend']
const SEM = ['eerst bellen', 'dan langsgaan', 'samen kijken', 'klaar']

test('nobody gets letters of another inside their words', async ({ person }) => {
  const [fatma, wilma, sem] = [await person('Fatma'), await person('Wilma'), await person('Sem')]
  await together(fatma, 'Samen schrijven', [wilma, 'schrijft mee'], [sem, 'schrijft mee'])
  await fatma.write('Samen.')
  for (const one of [wilma, sem]) await one.sees('Samen.')
  for (const one of [fatma, wilma, sem]) {
    await one.story().click()
    await one.page().keyboard.press('Control+End')
  }

  await Promise.all([
    fatma.page().keyboard.type(FATMA, { delay: PER_KEY }),
    compose(wilma, WILMA),
    (async () => {
      for (const [index, words] of SEM.entries()) {
        await sem.page().keyboard.press('Enter')
        if (index === 1) await sem.press('Punten')
        await sem.page().keyboard.type(words, { delay: PER_KEY })
      }
    })(),
  ])

  for (const one of [fatma, wilma, sem]) await one.isShared()
  await expectSame(fatma, wilma, sem)
  const story = await fatma.storyText()
  expect(story).toContain(FATMA)
  expect(story).toContain(WILMA.join(' '))
  for (const words of SEM) expect(story).toContain(words)
})

/** As a phone's keyboard does: each word is composed letter by letter, and handed over with the space behind it. */
const compose = async (who: Person, words: readonly string[]): Promise<void> => {
  const keyboard = await who.page().context().newCDPSession(who.page())
  for (const [index, word] of words.entries()) {
    for (let length = 1; length <= word.length; length += 1) {
      const text = word.slice(0, length)
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length })
      await who.page().evaluate(() => new Promise(requestAnimationFrame)) // drawn before the next letter
    }
    await keyboard.send('Input.insertText', { text: index === words.length - 1 ? word : `${word} ` })
  }
}
