/** A device with a lock: offered, on, and locked. */
import { expect } from '@playwright/test'
import { addVirtualUnlock, agreeToUnlock } from '../virtual-unlock.ts'
import { type Tour, visitsOf } from './visit.ts'

const lot = visitsOf('Lot')

export const locking: Tour = {
  name: 'a device with a lock',
  visits: [
    lot('a lock is offered', '/me', async (me) => {
      await me.startPlan('Rustig wonen')
      await me.page().getByRole('link', { name: 'Naar jouw plannen.' }).first().click()
      await addVirtualUnlock(me.page())
      await me.page().getByRole('link', { name: 'Mijn gegevens' }).click()
      await me.unfold('Weef op slot op dit toestel')
      await expect(me.page().getByRole('button', { name: 'Zet Weef op slot' })).toBeVisible()
    }),
    lot('a lock that is not put on', '/me', async (me) => {
      await agreeToUnlock(me.page(), false)
      await me.press('Zet Weef op slot')
      await expect(me.page().getByText('Het ontgrendelen is niet gelukt. Er is niets veranderd.')).toBeVisible()
    }),
    lot('a lock that is on', '/me', async (me) => {
      await agreeToUnlock(me.page(), true)
      await me.press('Zet Weef op slot')
      await expect(me.page().getByText('Weef gaat op dit toestel op slot.')).toBeVisible()
    }),
    lot('a locked device', 'locked-page.tsx', async (me) => {
      await me.press('Nu op slot')
      await me.page().getByText('Lukt het niet?').click()
      await expect(me.page().getByRole('button', { name: 'Haal alles van dit toestel' })).toBeVisible()
    }),
    lot('a locked device that stays locked', 'locked-page.tsx', async (me) => {
      await agreeToUnlock(me.page(), false)
      await me.press('Ontgrendel')
      await expect(me.page().getByText('Het ontgrendelen is niet gelukt. Alles staat er nog.')).toBeVisible()
    }),
    lot(
      'asked before a locked device is given up',
      { at: 'locked-page.tsx', dialog: 'client/app/shell/locked-page.tsx' },
      async (me) => {
        await me.page().getByText('Lukt het niet?').click()
        await me.press('Haal alles van dit toestel')
      },
    ),
  ],
}
