/** Wishes, goals and steps of two people, online and offline: nothing of either is lost, and a goal ends when both agree. */
import type { Locator } from '@playwright/test'
import { add, fold, openGoal as open, toGoals, unfold } from '../support/goals.ts'
import type { Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const GOAL = 'Naar de buurttuin'
const STEP = 'Bellen met de tuingroep'

const openGoal = (me: Person): Promise<void> => open(me, GOAL)
const tick = (me: Person, step = STEP): Locator => me.page().getByRole('checkbox', { name: `Gedaan: ${step}` })
/** A plan of two with a goal and a step, and the goal open for both. */
const begin = async (fatma: Person, wilma: Person): Promise<void> => {
  await fatma.startPlan('Weer onder de mensen')
  await wilma.join(await fatma.invite('schrijft mee'))
  await toGoals(fatma)
  await add(fatma, 'Maak een doel', 'Wat wil je bereiken?', GOAL)
  await expect(fatma.page().getByRole('heading', { level: 1, name: GOAL })).toBeVisible()
  await expect(fatma.page().getByText('Hier staat nog geen stap.')).toBeVisible()
  await add(fatma, 'Stap erbij', 'Wat ga je doen?', STEP)
  await openGoal(wilma)
  await expect(tick(wilma)).toBeVisible()
}

test('two set a day and a status at once, and who shares last overwrites nobody', async ({ person }) => {
  const [fatma, wilma] = [
    await person('Fatma', { hasTouch: true, viewport: { width: 360, height: 740 } }),
    await person('Wilma'),
  ]
  await begin(fatma, wilma)
  const days = { Fatma: '2030-11-28', Wilma: '2030-12-05' }
  const statuses = { Fatma: 'we werken eraan', Wilma: 'even pauze' }
  for (const me of [fatma, wilma]) {
    await me.isShared()
    await me.goOffline()
  }
  for (const me of [fatma, wilma]) {
    const name = me.name as keyof typeof days
    if (me === wilma) await me.press(`Verander: ${STEP}`) // its creator has it open
    await me.page().getByLabel('Wanneer?').fill(days[name])
    await unfold(me, 'Hoe staat het ervoor?')
    await me.page().getByRole('radio', { name: statuses[name] }).check()
    await me.isNotShared()
  }
  for (const me of [wilma, fatma]) {
    await me.goOnline()
    await me.isShared()
  }
  for (const me of [fatma, wilma]) {
    const page = me.page()
    await expect(page.getByRole('group', { name: / koos .*28 november 2030.*Kies samen\.$/ })).toBeVisible()
    await expect(page.getByRole('group', { name: / koos .*5 december 2030.*Kies samen\.$/ })).toBeVisible()
    await expect(page.getByRole('group', { name: / koos .*“even pauze”/ })).toBeVisible()
  }
  await wilma.press('5 december 2030')
  await fatma.page().getByRole('button', { name: 'we werken eraan', exact: true }).click()
  for (const me of [fatma, wilma]) {
    await expect(me.page().getByText('Kies samen')).toHaveCount(0)
    await expect(me.page().getByText('5 december 2030')).toBeVisible()
    await expect(me.page().getByRole('radio', { name: 'we werken eraan' })).toBeChecked()
  }
})

test('a goal that one sets aside while the other edits it is shown again, and nothing is lost', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await begin(fatma, wilma)
  await toGoals(fatma)
  await add(fatma, 'Schrijf een wens op', 'Wat wens je?', 'Een bank')
  await toGoals(wilma)
  await wilma.press('Verander: Een bank')
  await fatma.isShared()
  await wilma.goOffline()
  await fatma.press('Verander: Een bank')
  await fatma.press('Leg opzij: Een bank')
  await expect(fatma.page().getByRole('heading', { name: 'Een bank' })).toHaveCount(0)
  await fatma.page().getByText('Opzij gelegd (1)').click()
  await expect(fatma.page().getByText('Door Fatma (jij),')).toBeVisible()
  await wilma.fill(wilma.page().getByLabel('Wat wenst Fatma?'), 'Een bank in de tuin')
  await wilma.goOnline()
  for (const me of [fatma, wilma])
    await expect(me.page().getByRole('heading', { name: 'Een bank in de tuin' })).toBeVisible()

  // Set aside by one and shown again by the other's edit.
  await fatma.press('Verander: Een bank in de tuin')
  await fatma.press('Leg opzij: Een bank in de tuin')
  await wilma.page().getByText('Opzij gelegd (1)').click()
  await expect(wilma.page().getByText('Door Fatma,')).toBeVisible()
  await wilma.press('Haal terug: Een bank in de tuin')
  await expect(fatma.page().getByRole('heading', { name: 'Een bank in de tuin' })).toBeVisible()
})

test("undo reverts what I did in this session, and never a peer's edit", async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await begin(fatma, wilma)
  await add(wilma, 'Stap erbij', 'Wat is de stap?', 'Laarzen kopen')
  await expect(tick(fatma, 'Laarzen kopen')).toBeVisible()
  await tick(fatma).check()
  await expect(tick(wilma)).toBeChecked()
  await tick(wilma, 'Laarzen kopen').check()
  await expect(tick(fatma, 'Laarzen kopen')).toBeChecked()

  await fatma.page().keyboard.press('Control+z')
  await expect(tick(wilma)).not.toBeChecked()
  await expect(tick(fatma, 'Laarzen kopen')).toBeChecked()
  await fatma.press('Opnieuw: stap')
  await expect(tick(wilma)).toBeChecked()

  // In a text of the plan: my typing is reverted, a peer's typing in the same text stays.
  const why = (me: Person): Locator => me.page().getByLabel('Waarom is dit belangrijk?')
  for (const me of [fatma, wilma]) await unfold(me, 'Waarom is dit belangrijk?')
  await why(fatma).click()
  fatma.words.add('Ik zit te veel alleen.')
  await fatma.page().keyboard.insertText('Ik zit te veel alleen.') // at once: who stops in the middle takes back the last piece
  await expect(why(wilma)).toHaveValue('Ik zit te veel alleen.')
  await why(wilma).click()
  await wilma.page().keyboard.press('Control+End')
  await wilma.typeOn(' En je houdt van buiten.')
  await expect(why(fatma)).toHaveValue(/buiten\.$/)
  await fatma.page().keyboard.press('Control+z')
  await expect(why(fatma)).toHaveValue(' En je houdt van buiten.')
  await expect(why(wilma)).toHaveValue(' En je houdt van buiten.')

  // In the story, the story's own history is used.
  await fatma.toStory()
  await fatma.write('Mijn verhaal begint hier.')
  await fatma.page().keyboard.press('Control+z')
  await expect(fatma.story()).not.toContainText('begint hier')
  await openGoal(fatma)
  await expect(why(fatma)).toHaveValue(' En je houdt van buiten.')
})

test('what I did is undone after the page was loaded again, on its own screen, and the other keeps theirs', async ({
  person,
}) => {
  const [fatma, wilma] = [
    await person('Fatma', { hasTouch: true, viewport: { width: 360, height: 740 } }),
    await person('Wilma'),
  ]
  await begin(fatma, wilma)
  await tick(fatma).check()
  await expect(tick(wilma)).toBeChecked()
  await fatma.toStory()
  await fatma.write('Ik woon hier nu twee jaar.')
  await wilma.toStory()
  await wilma.sees('Ik woon hier nu twee jaar.')
  await fatma.reload() // what is typed and deleted within half a second is one act, which leaves nothing to bring back
  await fatma.story().click()
  await fatma.page().keyboard.press('Control+a')
  await fatma.page().keyboard.press('Delete')
  await expect(wilma.story()).not.toContainText('twee jaar')
  await wilma.write('Waar is het heen?')
  await fatma.sees('Waar is het heen?')
  await fatma.reload()
  await fatma.story().click()
  await fatma.page().keyboard.press('Control+z')
  for (const me of [fatma, wilma])
    for (const words of ['Ik woon hier nu twee jaar.', 'Waar is het heen?']) await me.sees(words)

  await fatma.goTo('Plan')
  await fatma.reload()
  await openGoal(fatma)
  await expect(fatma.page().getByRole('heading', { level: 1, name: GOAL })).toBeVisible()
  await expect(tick(fatma)).toBeChecked()
  await fatma.press('Ongedaan maken: stap')
  await expect(tick(fatma)).not.toBeChecked()
  await openGoal(wilma)
  await expect(tick(wilma)).not.toBeChecked()
})

test('a goal ends by deciding together: one proposes, the other says not yet, and later agrees', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma', { colorScheme: 'dark' })]
  await begin(fatma, wilma)
  await tick(fatma).check()
  await unfold(fatma, 'Rond het doel af') // nothing ends by itself
  await fatma.press('Het doel is bereikt')
  await expect(fatma.page().getByText('Iemand anders moet nog ja zeggen.')).toBeVisible()
  await expect(fatma.page().getByRole('button', { name: 'Ja, mee eens' })).toHaveCount(0)
  await expect(wilma.page().getByText('Fatma stelt voor: “Het doel is bereikt”.')).toBeVisible()
  await wilma.press('Nee, nog niet')
  await unfold(fatma, 'Rond het doel af')
  await fatma.press('Het doel is bereikt')
  await wilma.press('Ja, mee eens')
  for (const me of [fatma, wilma]) {
    await expect(me.page().getByRole('heading', { name: 'Afgerond' })).toBeVisible()
    await expect(me.page().getByText(/^Voorgesteld door Fatma.*, .* – Wilma.* ging akkoord, /)).toBeVisible()
  }
  await fatma.press('Ga toch verder met dit doel')
  await expect(fold(wilma, 'Rond het doel af')).toBeVisible()
})

test('each person answers a goal, and an answer written down for another names its writer', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await begin(fatma, wilma)
  const mine = wilma.page().locator('form', { has: wilma.page().getByRole('group', { name: 'Wat vind jij?' }) })
  await unfold(wilma, 'Zeg wat jij ervan vindt')
  await mine.getByRole('radio', { name: 'Ik ben het er niet mee eens' }).check()
  await wilma.fill(mine.getByLabel('In je eigen woorden'), 'Te snel.')
  await mine.getByRole('button', { name: 'Bewaar' }).click()
  await expect(fatma.page().getByText('Wilma: er niet mee eens. “Te snel.”')).toBeVisible()

  await wilma.page().getByText('Schrijf op wat iemand anders vindt').click()
  await wilma.page().getByRole('group', { name: 'Wie zegt het?' }).getByRole('radio', { name: 'Fatma' }).check()
  const theirs = wilma
    .page()
    .locator('form', { has: wilma.page().getByRole('group', { name: 'Wat vindt die persoon?' }) })
  await theirs.getByRole('radio', { name: 'Ik ben het ermee eens' }).check()
  await theirs.getByRole('button', { name: 'Bewaar' }).click()
  await expect(fatma.page().getByText('Fatma (jij): ermee eens')).toBeVisible()
  await expect(fatma.page().getByText('Opgeschreven door Wilma')).toBeVisible()
})

test('the order is changed with keys alone, and by touch', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await begin(fatma, wilma)
  await add(wilma, 'Stap erbij', 'Wat is de stap?', 'Laarzen kopen')
  await wilma.press('Klaar')
  const order = (me: Person) =>
    me
      .page()
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => box.ariaLabel))
  const expectOrder = (first: string, second: string) =>
    Promise.all(
      [fatma, wilma].map((me) => expect.poll(() => order(me)).toEqual([`Gedaan: ${first}`, `Gedaan: ${second}`])),
    )
  await wilma.page().getByRole('button', { name: 'Verander de volgorde' }).focus()
  await wilma.page().keyboard.press('Enter')
  const handle = wilma.page().getByRole('button', { name: 'Verplaats: Laarzen kopen' })
  for (let tabs = 0; tabs < 20 && !(await handle.evaluate((it) => it === document.activeElement)); tabs += 1)
    await wilma.page().keyboard.press('Shift+Tab')
  await wilma.page().keyboard.press('ArrowUp')
  await expectOrder('Laarzen kopen', STEP)
  await expect(handle).toBeFocused()
  await expect(wilma.page().getByText('Laarzen kopen: nu op plaats 1 van 2.')).toBeAttached()

  await fatma.press('Klaar')
  await fatma.press('Verander de volgorde')
  const grip = fatma.page().getByRole('button', { name: `Verplaats: ${STEP}` })
  await grip.scrollIntoViewIfNeeded()
  const from = await grip.boundingBox()
  const to = await tick(fatma, 'Laarzen kopen').boundingBox()
  if (from === null || to === null) throw new Error('Both steps are drawn.')
  await fatma.page().mouse.move(from.x + 20, from.y + 10)
  await fatma.page().mouse.down()
  await fatma.page().mouse.move(from.x + 20, from.y - 40, { steps: 4 })
  await fatma.page().mouse.move(from.x + 20, to.y - 30, { steps: 4 })
  await fatma.page().mouse.up()
  await expectOrder(STEP, 'Laarzen kopen')
})
