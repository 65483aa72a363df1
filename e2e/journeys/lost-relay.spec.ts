/** [C3] The relay loses data: its database is restored from an older copy, or is gone. Three people continue. */
import { together } from '../support/circle.ts'
import { expectSame, type Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

/** Before anybody has repaired the relay, the plan is reported as not shared; after that, text as missing. */
const putBack = (one: Person): Promise<void> =>
  one
    .page()
    .getByRole('alert')
    .getByRole('button', { name: /^(Zet terug|Probeer opnieuw)$/ })
    .click()

test('a database restored from a copy, and later lost: each person repairs it with their own edits, and no word is gone', async ({
  person,
  relay,
}) => {
  const people = [await person('Fatma'), await person('Wilma'), await person('Omar')] as const
  const [fatma, wilma, omar] = people
  await together(fatma, 'Weer aan het werk', [wilma, 'schrijft mee'], [omar, 'schrijft mee'])
  await fatma.write('Dit stond er al.')
  for (const one of people) await one.sees('Dit stond er al.')
  fatma.troubles.breakNetwork()
  await relay.stop()
  const restore = await relay.backUp()
  await relay.restart()
  await wilma.write('Dit schreef Wilma daarna.')
  await fatma.sees('Dit schreef Wilma daarna.')
  await omar.write('En dit Omar.')
  for (const one of people) await one.sees('En dit Omar.')
  for (const one of people) await one.isShared()

  await relay.kill()
  await restore()
  await relay.restart()
  for (const one of [omar, wilma, fatma]) await putBack(one)
  for (const one of people) await one.isShared()
  await expectSame(fatma, wilma)
  await expectSame(fatma, omar)
  for (const one of people) await one.sees('En dit Omar.')

  await relay.kill()
  await relay.forgetEverything()
  await relay.restart()
  await expect(fatma.page().getByRole('alert').getByRole('link', { name: 'Sla het plan op als bestand' })).toBeVisible()
  await fatma.writeAtStart('Ik schrijf door. ') // beside her own words: beside others' it would wait for them to put theirs back
  await expect(fatma.sharing()).toHaveText(/^Bewaard op dit toestel\s· Delen is gestopt$/)
  await fatma.reload()
  await fatma.sees('Ik schrijf door.') // nothing leaves the device
  for (const one of people) {
    await putBack(one)
    await one.isShared()
  }
  await omar.write('Samen verder.')
  for (const one of people) await one.sees('Samen verder.')
  await expectSame(fatma, wilma)
  await expectSame(fatma, omar)
})
