/** A newer version of the app is deployed while somebody writes. */
import { makeFirstRelease, makeNewerVersion } from '../support/newer-version.ts'
import { expectSame, type Person } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

/** As browsers do by themselves from time to time. */
const lookForUpdate = (person: Person): Promise<void> =>
  person.page().evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))

test('a newer version is offered, and installed only by a tap', async ({ person, relay }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Nieuwe versie')
  await fatma.hasInstalled()
  await fatma.reload() // from now on the page comes from the service worker
  await fatma.write('Dit schrijf ik in de oude versie.')
  await fatma.isKept()
  const newer = await makeNewerVersion()
  fatma.troubles.breakNetwork()
  await relay.stop()
  await relay.restart({ main: newer.main })
  await lookForUpdate(fatma)
  await expect(fatma.page().getByText('Er is een nieuwe versie')).toBeVisible()
  await fatma.write('En ik schrijf gewoon door.')
  expect(await fatma.page().locator(newer.mark).count()).toBe(0)
  await fatma.press('Straks')
  await expect(fatma.page().getByText('Er is een nieuwe versie')).toHaveCount(0)
  await fatma.reload()
  await expect(fatma.page().getByText('Er is een nieuwe versie')).toBeVisible()
  expect(await fatma.page().locator(newer.mark).count()).toBe(0)

  await fatma.press('Vernieuw nu')
  await expect(fatma.page().locator(newer.mark)).toHaveCount(1)
  await fatma.sees('En ik schrijf gewoon door.')
  await fatma.sees('Dit schrijf ik in de oude versie.')
  await expect(fatma.page().getByText('Er is een nieuwe versie')).toHaveCount(0)
  await newer.remove()
})

test('one person has the first release, the other this one: they write together, and the first is updated', async ({
  person,
  relay,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  const first = await makeFirstRelease()
  await relay.stop()
  await relay.restart({ main: first.main })
  await fatma.startPlan('Twee versies')
  await fatma.write('Dit schreef ik in de eerste versie.')
  await fatma.hasInstalled()
  const invitation = await fatma.invite('schrijft mee')
  await fatma.goTo('Mijn verhaal')
  fatma.troubles.breakNetwork()
  await relay.stop()
  await relay.restart() // this version; the page that Fatma has open stays as it was
  await wilma.join(invitation)
  await wilma.sees('Dit schreef ik in de eerste versie.')
  await wilma.write('En ik in de nieuwe.')
  await fatma.sees('En ik in de nieuwe.')
  await fatma.write('Dat zie ik.')
  await wilma.sees('Dat zie ik.')
  await lookForUpdate(fatma)
  await fatma.press('Vernieuw nu')
  await fatma.sees('En ik in de nieuwe.')
  await fatma.write('Nu ook ik.')
  await wilma.sees('Nu ook ik.')
  await expectSame(fatma, wilma)
  await first.remove()
})
