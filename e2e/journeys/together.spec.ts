/** A worker starts a plan for a resident, hands it over, and a sister reads along. */
import { expect, test } from '../support/test.ts'
import { expectSame } from '../support/people.ts'

test('three people write one story together', async ({ person }) => {
  const wilma = await person('Wilma')
  const fatma = await person('Fatma', { viewport: { width: 360, height: 740 } })
  await wilma.startPlan('Plan van Fatma', 'Voor iemand die ik help')
  await fatma.join(await wilma.invite('krijgt het plan'))
  await expect(wilma.page().getByText('Fatma doet nu mee.')).toBeVisible()
  await wilma.goTo('Mijn verhaal')
  await wilma.write('Ik woon hier nu twee jaar.')
  await fatma.sees('Ik woon hier nu twee jaar.')
  await fatma.write('En ik wil weer werken.')
  await wilma.sees('En ik wil weer werken.')
  await fatma.isShared()
  await expectSame(wilma, fatma)
})
