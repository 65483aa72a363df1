/** Invitations as those see them who get one: open, with a code, and every way in which one may not work. */
import { expect, type Page } from '@playwright/test'
import type { Invited, Person } from '../people.ts'
import type { Stage, Tour, Visit } from './visit.ts'

const MAIL_APP = 'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36'
const WRONG_CODE = '000000'
/** More wrong codes than the relay stands (shared/protocol/limits.ts). */
const TRIES = 6

const failsWith = (name: string, says: string, show: (stage: Stage) => Promise<Person>): Visit => ({
  name,
  at: '/join/:link',
  async show(stage) {
    const page = (await show(stage)).page()
    await expect(page.getByRole('heading', { name: says })).toBeVisible()
    return page
  },
})

const owner = async ({ meet }: Stage): Promise<Person> => {
  const wilma = await meet('Wilma')
  if (wilma.plan() === '') await wilma.startPlan('Rustig wonen')
  return wilma
}

const openInvitation = async (stage: Stage, who: Invited, how?: { code: boolean }): Promise<Page> => {
  const noor = await stage.meet('Noor')
  await noor.page().goto((await (await owner(stage)).invite(who, how)).link)
  await expect(noor.page().getByRole('button', { name: 'Doe mee' })).toBeVisible()
  return noor.page()
}

const typeCode = async (person: Person, code: string): Promise<void> => {
  await person.page().getByLabel('De code van 6 cijfers').fill(code)
  await person.press('Doe mee')
}

export const joining: Tour = {
  name: 'an invitation',
  visits: [
    {
      name: 'invited to write along',
      at: '/join/:link',
      show: (stage) => openInvitation(stage, 'schrijft mee'),
    },
    {
      name: 'invited to read along',
      at: '/join/:link',
      show: (stage) => openInvitation(stage, 'leest mee'),
    },
    {
      name: 'given a plan',
      at: '/join/:link',
      show: (stage) => openInvitation(stage, 'krijgt het plan'),
    },
    {
      name: 'asked for a code',
      at: '/join/:link',
      async show(stage) {
        const noor = await stage.meet('Noor')
        await noor.page().goto((await (await owner(stage)).invite('schrijft mee', { code: true })).link)
        await typeCode(noor, '12')
        await expect(noor.page().getByText('De code heeft 6 cijfers.')).toBeVisible()
        return noor.page()
      },
    },
    {
      name: 'a wrong code',
      at: '/join/:link',
      async show(stage) {
        const noor = await stage.meet('Noor')
        await typeCode(noor, WRONG_CODE)
        await expect(noor.page().getByText('Deze code klopt niet.')).toBeVisible()
        return noor.page()
      },
    },
    failsWith('a code that was wrong too often', 'De code was te vaak fout.', async (stage) => {
      const noor = await stage.meet('Noor')
      const locked = noor.page().getByText('De code was te vaak fout.')
      for (let tries = 0; tries < TRIES && !(await locked.isVisible()); tries += 1) {
        await noor.press('Doe mee')
        await expect(locked.or(noor.page().getByText('Deze code klopt niet.'))).toBeVisible()
      }
      return noor
    }),
    failsWith('a link with a mistake in it', 'Deze link klopt niet.', async (stage) => {
      const noor = await stage.meet('Noor')
      await noor.page().goto(`${new URL(noor.page().url()).origin}/#/join/half-een-link`)
      return noor
    }),
    failsWith('an invitation that was used', 'Deze uitnodiging is al gebruikt.', async (stage) => {
      const used = await (await owner(stage)).invite('schrijft mee')
      await (await stage.meet('Fatma')).join(used)
      const noor = await stage.meet('Noor')
      await noor.page().goto(used.link)
      return noor
    }),
    failsWith('an invitation that was taken back', 'Deze uitnodiging is ingetrokken.', async (stage) => {
      const wilma = await owner(stage)
      const { link } = await wilma.invite('leest mee')
      await wilma.goTo('Wie doet mee')
      await wilma.page().getByRole('button', { name: 'Trek in: Leest mee' }).last().click()
      await wilma.page().getByRole('alertdialog').getByRole('button', { name: 'Trek in' }).click()
      await expect(wilma.page().getByRole('alertdialog')).toHaveCount(0)
      const noor = await stage.meet('Noor')
      await noor.page().goto(link)
      return noor
    }),
    failsWith('an invitation without a connection', 'Er is geen verbinding.', async (stage) => {
      const noor = await stage.meet('Noor')
      const { link } = await (await owner(stage)).invite('leest mee')
      await noor.hasInstalled()
      await noor.goOffline()
      await noor.page().goto(link)
      return noor
    }),
    {
      name: 'invited where the browser keeps nothing',
      at: '/join/:link',
      async show(stage) {
        const gast = await stage.meet('Gast')
        await gast.page().addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
        await gast.page().goto((await (await owner(stage)).invite('leest mee')).link)
        await expect(gast.page().getByText('Alleen voor nu.')).toBeVisible()
        return gast.page()
      },
    },
    {
      name: 'an invitation inside a mail app',
      at: '/join/:link',
      async show(stage) {
        const ria = await stage.meet('Ria')
        await ria
          .page()
          .addInitScript((agent) => Object.defineProperty(navigator, 'userAgent', { value: agent }), MAIL_APP)
        await ria.page().goto((await (await owner(stage)).invite('leest mee')).link)
        await expect(ria.page().getByRole('heading', { name: 'Open dit eerst in je browser' })).toBeVisible()
        return ria.page()
      },
    },
  ],
}
