/** A newer version of the app is put on the server while somebody writes. */
import { makeNewerVersion } from '../support/newer-version.ts'
import { expect, test } from '../support/test.ts'

test('a newer version is offered, and comes at the tap and not before', async ({ person, relay }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Nieuwe versie')
  await fatma.hasInstalled()
  await fatma.reload() // from now on the installed version is what shows
  await fatma.write('Dit schrijf ik in de oude versie.')
  await fatma.isKept()
  const newer = await makeNewerVersion()
  fatma.troubles.breakNetwork()
  await relay.stop()
  await relay.restart({ main: newer.main })
  await fatma.page().evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
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
