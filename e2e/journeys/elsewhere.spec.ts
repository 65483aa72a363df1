/** An organisation serves the app on one domain and the relay on another: two people write, and open it offline. */
import { serveAppElsewhere } from '../support/app-elsewhere.ts'
import { expectSame } from '../support/people.ts'
import { findPort } from '../support/port.ts'
import { expect, test as base } from '../support/test.ts'

const test = base.extend<{ stopServing: () => Promise<void> }>({
  /* oxlint-disable-next-line no-empty-pattern -- it needs none */
  appPort: async ({}, use) => use(await findPort()),
  stopServing: async ({ appPort, relay }, use) => {
    const stop = await serveAppElsewhere(appPort ?? 0, `ws://localhost:${relay.port}/relay`)
    await use(stop)
    await stop()
  },
})

test('the app from one address and the relay at another: two people write together', async ({
  appPort,
  stopServing,
  person,
}) => {
  const [fatma, noor] = [await person('Fatma'), await person('Noor')]
  await fatma.startPlan('Elders')
  const invitation = await fatma.invite('schrijft mee')
  expect(invitation.link).toContain(`http://localhost:${appPort}/#/join/`)
  await fatma.goTo('Mijn verhaal')
  await noor.join(invitation)
  await fatma.write('Wij wonen in twee straten.')
  await noor.sees('Wij wonen in twee straten.')
  await noor.write('En schrijven aan één tafel.')
  await fatma.sees('En schrijven aan één tafel.')
  await expectSame(fatma, noor)
  await noor.hasInstalled()
  await stopServing()
  await noor.reload() // from the service worker's cache
  await noor.sees('En schrijven aan één tafel.')
  await noor.isShared()
})
