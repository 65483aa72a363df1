/** Two people at two relays on one PostgreSQL write one story. */
import { together } from '../support/circle.ts'
import { expectSame } from '../support/people.ts'
import { test } from '../support/two-relays.ts'

test('two people at two relays see each other; one relay dies, and its user continues at the other', async ({
  person,
  relay,
  second,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma', { relayPort: second.port })]
  await together(fatma, 'Twee straten', [wilma, 'schrijft mee'])
  await fatma.write('Ik woon hier nu twee jaar.')
  await wilma.sees('Ik woon hier nu twee jaar.')
  await wilma.seesCursorOf('Fatma')
  await wilma.write('En ik woon om de hoek.')
  await fatma.sees('En ik woon om de hoek.')
  await fatma.seesCursorOf('Wilma')

  fatma.troubles.breakNetwork()
  await relay.kill()
  fatma.line.lead(second.port)
  await fatma.write('Dit schrijf ik voor mezelf.')
  await wilma.sees('Dit schrijf ik voor mezelf.')
  for (const one of [fatma, wilma]) await one.isShared()
  await expectSame(fatma, wilma)
})
