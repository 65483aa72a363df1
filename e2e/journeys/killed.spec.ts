/** Processes that end without warning: the browser, and the relay. */
import { together } from '../support/circle.ts'
import { expectSame, type Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test(
  'a browser killed right after "Bewaard" has everything when it opens offline',
  { tag: '@smoke' },
  async ({ person, relay }) => {
    const [fatma, wilma] = [await person('Fatma', { ownBrowser: true }), await person('Wilma')]
    await together(fatma, 'Vroeger en nu', [wilma, 'schrijft mee'])
    await fatma.hasInstalled()
    await fatma.write('Vroeger werkte ik in een bakkerij.')
    await fatma.isShared()
    fatma.troubles.breakNetwork()
    await relay.kill()
    await fatma.write('Dat wil ik weer.')
    await fatma.isKept()
    await fatma.killBrowser()

    await fatma.openAgain({ offline: true })
    await fatma.sees('Vroeger werkte ik in een bakkerij.')
    await fatma.sees('Dat wil ik weer.')
    await fatma.write('En nu schrijf ik verder.')
    await fatma.isNotShared()
    await fatma.page().getByRole('link', { name: 'Naar jouw plannen.' }).click()
    await expect(fatma.page().getByRole('link', { name: 'Vroeger en nu' })).toBeVisible()
    await expect(fatma.page().getByText('Nog niet alles is gedeeld')).toBeVisible()
    await fatma.page().getByRole('link', { name: 'Vroeger en nu' }).click()
    await fatma.toStory()

    await relay.restart()
    await fatma.goOnline()
    await wilma.sees('Dat wil ik weer.')
    await wilma.sees('En nu schrijf ik verder.')
    for (const one of [fatma, wilma]) await one.isShared()
    await expectSame(fatma, wilma)
  },
)

const LINES = ['Het eerste dat ik wil is rust.', 'Daarna zoek ik iets te doen.', 'Mijn buurman helpt me met de tuin.']

const writeAll = async (one: Person, mark: string): Promise<void> => {
  for (const line of LINES) {
    await one.page().keyboard.press('Enter')
    await one.typeOn(`${mark}: ${line}`)
  }
}

test('a relay is killed and restarted while people type: nobody has to do anything, nothing is lost', async ({
  person,
  relay,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await together(fatma, 'In de tuin', [wilma, 'schrijft mee'])
  await fatma.write('Zo begint het.')
  await wilma.sees('Zo begint het.')
  await wilma.write('Zo gaat het verder.')
  fatma.troubles.breakNetwork()
  const writing = Promise.all([writeAll(fatma, 'Fatma'), writeAll(wilma, 'Wilma')])
  for (let round = 0; round < 3; round += 1) {
    await relay.kill()
    await relay.restart()
    await wilma.sees(LINES[round] ?? '')
  }
  await writing
  for (const one of [fatma, wilma]) await one.isShared()
  await expectSame(fatma, wilma)
  const written = ['Fatma', 'Wilma'].flatMap((mark) => LINES.map((line) => `${mark}: ${line}`))
  const story = (await fatma.storyText()).split('\n')
  expect(story.toSorted()).toEqual(['Zo begint het.', 'Zo gaat het verder.', ...written].toSorted())
})
