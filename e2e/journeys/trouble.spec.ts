/** Browsers without storage, full devices, pages without https, damaged copies: what is said, and what still works. */
import { together } from '../support/circle.ts'
import { copyRelay } from '../support/relay-copy.ts'
import { expect, test } from '../support/test.ts'

test('a browser without storage: "Alleen voor nu", and writing together still works', async ({ person }) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  await fatma.page().addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not here.', 'SecurityError')
    }
  })
  await fatma.openApp()
  await expect(fatma.page().getByText('Deze browser bewaart niets. Misschien staat privé surfen aan.')).toBeVisible()
  await fatma.startPlan('Voor even')
  await fatma.write('Dit blijft nergens.')
  await expect(fatma.page().getByRole('alert')).toContainText('Alleen voor nu')
  await expect(fatma.sharing()).toHaveText(/^Niet bewaard op dit toestel\s· Op slot op de server$/)
  await wilma.join(await fatma.invite('schrijft mee'))
  await wilma.sees('Dit blijft nergens.')
  await fatma.goTo('Mijn verhaal')
  await fatma.sees('Dit blijft nergens.')
  await wilma.write('Bij mij wel.')
  await fatma.sees('Bij mij wel.')
})

test('a full device says so, continues to share, and stores everything once there is room', async ({
  person,
  relay,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  const browser = await fatma.page().context().newCDPSession(fatma.page())
  const setRoom = (quotaSize: number) =>
    browser.send('Storage.overrideQuotaForOrigin', { origin: relay.origin, quotaSize })
  await together(fatma, 'Vol', [wilma, 'schrijft mee'])
  await fatma.write('Dit past er nog in.')
  await fatma.isShared()
  await setRoom(1)
  const alert = fatma.page().getByRole('alert').filter({ hasText: 'Dit toestel is vol' })
  await expect(async () => {
    await fatma.write('Dit past er niet meer in.') // the browser caches its free space for half a minute
    await expect(alert).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  await expect(fatma.sharing()).toHaveText(/^Niet bewaard op dit toestel\s· Gedeeld\som\s\d/)
  await expect(alert.getByRole('link', { name: 'Sla het plan op als bestand' })).toBeVisible()
  await wilma.sees('Dit past er niet meer in.')

  await setRoom(60_000_000)
  await fatma.write('Nu is er weer ruimte.')
  await fatma.isShared()
  await fatma.goOffline() // only what was stored here comes back now
  await fatma.reload()
  for (const words of ['nog in.', 'niet meer in.', 'weer ruimte.']) await fatma.sees(words)
})

test('an address without https says why nothing works there', async ({ person, relay }) => {
  const fatma = await person('Fatma')
  fatma.troubles.allow(/^The Cross-Origin-Opener-Policy header has been ignored/) // for the same reason
  await fatma.startPlan('Ergens anders') // so that the relay has something to store
  await fatma.page().goto(`http://weef.test:${relay.port}/`)
  await expect(fatma.page().getByRole('heading', { name: 'Hier werkt Weef niet' })).toBeVisible()
  await expect(fatma.page().getByText('Gebruik een adres dat begint met https.')).toBeVisible()
})

test('a damaged copy is kept, reported, and does not affect the rest of the app', async ({ person, relay }) => {
  const fatma = await person('Fatma')
  await fatma.startPlan('Heel plan')
  await fatma.write('Hier is niets mis mee.')
  await fatma.isKept()
  await fatma.startPlan('Stuk plan')
  await fatma.write('Dit raakt beschadigd.')
  await fatma.isKept()
  const id = fatma.plan()
  await fatma.page().goto(`${relay.origin}/#/`)
  await expect(fatma.page().getByRole('link', { name: 'Stuk plan' })).toBeVisible()
  const damage = (name: string) =>
    new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.addEventListener('success', () => {
        const transaction = opening.result.transaction('updates', 'readwrite')
        const rows = transaction.objectStore('updates')
        rows.add(Uint8Array.of(1, 2, 3, 255, 255, 255))
        const counting = rows.count()
        transaction.addEventListener('complete', () => {
          opening.result.close()
          resolve(counting.result)
        })
        transaction.addEventListener('abort', () => reject(transaction.error))
      })
    })
  const rows = await fatma.page().evaluate(damage, `weef-plan-${id}`)
  await fatma.page().getByRole('link', { name: 'Stuk plan' }).click()
  await expect(fatma.page().getByRole('heading', { name: 'Dit plan gaat niet open' })).toBeVisible()
  await expect(fatma.page().getByText('We hebben niets weggegooid.')).toBeVisible()
  await fatma.page().getByRole('link', { name: 'Naar jouw plannen', exact: true }).click()
  await fatma.page().getByRole('link', { name: 'Heel plan' }).click()
  await fatma.toStory()
  await fatma.sees('Hier is niets mis mee.')
  expect(await fatma.page().evaluate(damage, `weef-plan-${id}`)).toBe(rows + 1)
})

test('the address of a plan that is not on this device says what to do', async ({ person, relay }) => {
  const fatma = await person('Fatma')
  await fatma.page().goto(`${relay.origin}/#/plan/${'x'.repeat(22)}`)
  await expect(fatma.page().getByRole('heading', { name: 'Dit plan staat niet op dit toestel' })).toBeVisible()
  await expect(fatma.page().getByText('Vraag een nieuwe uitnodiging aan de baas van het plan.')).toBeVisible()
  await fatma.page().goto(`${relay.origin}/#/nergens`)
  await expect(fatma.page().getByRole('heading', { name: 'Welkom' })).toBeVisible()
})

test('a nearly full plan continues in a new one with the same content, and the old one says so', async ({
  person,
  relay,
}) => {
  const [fatma, wilma] = [await person('Fatma'), await person('Wilma')]
  const small = await copyRelay()
  await small.change('shared/protocol/limits.ts', 'MAX_LOG_BYTES = 256 * 1024 * 1024', 'MAX_LOG_BYTES = 12 * 1024')
  await relay.stop()
  await relay.restart({ main: small.main })
  await together(fatma, 'Vol plan', [wilma, 'schrijft mee'])
  await fatma.write('Dit moet mee. ')
  await expect(async () => {
    await fatma.page().keyboard.insertText('x'.repeat(900)) // at once, and never more than fits
    await expect(fatma.page().getByText('Dit plan is bijna vol')).toBeVisible({ timeout: 700 })
  }).toPass({ timeout: 30_000, intervals: [0] })
  await expect(wilma.page().getByText('Dit plan is bijna vol')).toHaveCount(0)
  await fatma.page().getByRole('link', { name: 'Ga verder in een nieuw plan' }).click()
  const old = fatma.plan()
  await fatma.press('Begin het nieuwe plan')
  await expect.poll(() => fatma.plan()).not.toBe(old)
  await fatma.toStory()
  await fatma.sees('Dit moet mee.')
  await expect(wilma.page().getByText('Vraag een uitnodiging voor het nieuwe plan.')).toBeVisible()
  await wilma.sees('Dit moet mee.')
  await wilma.join(await fatma.invite('schrijft mee'))
  await wilma.sees('Dit moet mee.')
  await wilma.page().goto(`${relay.origin}/#/plan/${old}`)
  await expect(wilma.page().getByRole('link', { name: 'Naar het nieuwe plan' })).toBeVisible()
  await small.remove()
})
