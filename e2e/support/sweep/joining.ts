/** Invitations for the people who receive them: open, with a code, and every way in which one may not work. */
import { expect } from '@playwright/test'
import { LINK_INVITATION_MS } from '#shared/protocol/limits.ts'
import type { Invited, Person } from '../people.ts'
import { fillDevice, isFull } from './full-device.ts'
import { type Stage, type Tour, visitsOf } from './visit.ts'

const MAIL_APP = 'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36'
const WRONG_CODE = '000000'
/** More wrong codes than the relay accepts (shared/protocol/limits.ts). */
const TRIES = 6

const noor = visitsOf('Noor')
const gast = visitsOf('Gast')
const ria = visitsOf('Ria')
const sem = visitsOf('Sem')

const owner = async ({ meet }: Stage): Promise<Person> => {
  const wilma = await meet('Wilma')
  if (wilma.plan() === '') await wilma.startPlan('Rustig wonen', 'Voor iemand die ik help')
  return wilma
}

const linkFor = async (stage: Stage, who: Invited, how?: { code: boolean }): Promise<string> =>
  (await (await owner(stage)).invite(who, how)).link

const isInvited = async (me: Person, stage: Stage, who: Invited): Promise<void> => {
  await me.page().goto(await linkFor(stage, who))
  await expect(me.page().getByRole('button', { name: 'Doe mee' })).toBeVisible()
}

const says = (me: Person, what: string): Promise<void> =>
  expect(me.page().getByRole('heading', { name: what })).toBeVisible()

const typeCode = async (me: Person, code: string): Promise<void> => {
  await me.page().getByLabel('De code van 6 cijfers').fill(code)
  await me.press('Doe mee')
}

export const joining: Tour = {
  name: 'an invitation',
  visits: [
    noor('invited to write along', '/join/:link', async (me, stage) => {
      const full = await stage.meet('Sem') // a later visit meets them again, with a full device
      await full.openApp()
      await fillDevice(full)
      await isInvited(me, stage, 'schrijft mee')
    }),
    noor('invited to read along', '/join/:link', (me, stage) => isInvited(me, stage, 'leest mee')),
    noor('given a plan', '/join/:link', (me, stage) => isInvited(me, stage, 'krijgt het plan')),
    noor('asked for a code', '/join/:link', async (me, stage) => {
      await me.page().goto(await linkFor(stage, 'schrijft mee', { code: true }))
      await typeCode(me, '12')
      await expect(me.page().getByText('De code heeft 6 cijfers.')).toBeVisible()
    }),
    noor('a wrong code', '/join/:link', async (me) => {
      await typeCode(me, WRONG_CODE)
      await expect(me.page().getByText('Deze code klopt niet.')).toBeVisible()
    }),
    noor('a code that was wrong too often', '/join/:link', async (me) => {
      const locked = me.page().getByText('De code was te vaak fout.')
      for (let tries = 0; tries < TRIES && !(await locked.isVisible()); tries += 1) {
        await me.press('Doe mee')
        await expect(locked.or(me.page().getByText('Deze code klopt niet.'))).toBeVisible()
      }
      await says(me, 'De code was te vaak fout.')
    }),
    noor('a link with a mistake in it', '/join/:link', async (me) => {
      await me.page().goto(`${new URL(me.page().url()).origin}/#/join/half-een-link`)
      await says(me, 'Deze link klopt niet.')
    }),
    noor('an invitation that was used', '/join/:link', async (me, stage) => {
      const used = await (await owner(stage)).invite('schrijft mee')
      await (await stage.meet('Fatma')).join(used)
      await me.page().goto(used.link)
      await says(me, 'Deze uitnodiging is al gebruikt.')
    }),
    noor('an invitation to a plan that one is in', '/join/:link', async (me, stage) => {
      await me.join(await (await owner(stage)).invite('leest mee'))
      await me.page().goto(await linkFor(stage, 'leest mee'))
      await says(me, 'Je doet al mee met dit plan')
    }),
    noor('an invitation that was taken back', '/join/:link', async (me, stage) => {
      const wilma = await owner(stage)
      const { link } = await wilma.invite('leest mee')
      await wilma.goTo('Wie doet mee')
      await wilma.page().getByRole('button', { name: 'Trek in: Leest mee' }).last().click()
      await wilma.page().getByRole('alertdialog').getByRole('button', { name: 'Trek in' }).click()
      await expect(wilma.page().getByRole('alertdialog')).toHaveCount(0)
      await me.page().goto(link)
      await says(me, 'Deze uitnodiging is ingetrokken.')
    }),
    noor('an invitation without a connection', '/join/:link', async (me, stage) => {
      const link = await linkFor(stage, 'leest mee')
      await me.goOffline()
      await me.page().goto(link)
      await says(me, 'Er is geen verbinding.')
    }),
    gast('invited where the browser keeps nothing', '/join/:link', async (me, stage) => {
      await me.page().addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
      await me.page().goto(await linkFor(stage, 'leest mee'))
      await expect(me.page().getByText('Alleen voor nu.')).toBeVisible()
    }),
    ria('an invitation inside a mail app', '/join/:link', async (me, stage) => {
      await me
        .page()
        .addInitScript((agent) => Object.defineProperty(navigator, 'userAgent', { value: agent }), MAIL_APP)
      await me.page().goto(await linkFor(stage, 'leest mee'))
      await says(me, 'Open dit eerst in je browser')
    }),
    sem('an invitation on a device that is full', '/join/:link', async (me, stage) => {
      await isFull(me)
      await me.page().goto(await linkFor(stage, 'leest mee'))
      await me.press('Doe mee')
      await says(me, 'Dit toestel is vol.')
    }),
    sem('an invitation that has expired', '/join/:link', async (me, stage) => {
      const link = await linkFor(stage, 'leest mee')
      me.troubles.breakNetwork()
      await stage.relay.stop()
      await stage.relay.restart({ later: LINK_INVITATION_MS })
      await me.page().goto(link)
      await says(me, 'Deze uitnodiging is verlopen.')
    }),
  ],
}
