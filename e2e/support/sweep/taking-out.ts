/** Exporting a plan, and importing one: every option open, a file refused, a file previewed. */
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import type { Person } from '../people.ts'
import { type Tour, visitsOf } from './visit.ts'

const fatma = visitsOf('Fatma')

const bring = (me: Person, text: string): Promise<void> =>
  me
    .page()
    .getByLabel('Kies het bestand')
    .setInputFiles({ name: 'Mee naar huis', mimeType: 'text/html', buffer: Buffer.from(text) })

const SAVED = 'everything as a file'

export const takingOut: Tour = {
  name: 'out of the app and in again',
  visits: [
    fatma('every way out, with its choices', '/plan/:id/manage', async (me, { files }) => {
      await me.startPlan('Mee naar huis')
      await me.write('Ik woon graag buiten.')
      await me.goTo('Over dit plan')
      await me.press('Kies wat je meeneemt')
      await me.page().getByRole('checkbox', { name: 'Wie doet mee' }).uncheck()
      const downloading = me.page().waitForEvent('download')
      await me.press('Sla het plan op als bestand')
      files.set(SAVED, await readFile(await (await downloading).path(), 'utf8'))
      await expect(me.page().getByText('Het bestand staat bij je downloads.')).toBeVisible()
    }),
    fatma('a plan from a file', '/import', async (me) => {
      await me.page().goto(`${me.page().url().split('#')[0]}#/import`)
      await expect(me.page().getByText('Of sleep het hierheen.')).toBeVisible()
    }),
    fatma('a file that is damaged', '/import', async (me, { files }) => {
      await bring(me, (files.get(SAVED) ?? '').slice(0, -300))
      await expect(me.page().getByText('beschadigd of veranderd')).toBeVisible()
    }),
    fatma('a file that can be a plan', '/import', async (me, { files }) => {
      await bring(me, files.get(SAVED) ?? '')
      await me.press('Maak er een plan van')
      await expect(me.page().getByText('Kies eerst wie je bent.')).toBeVisible()
    }),
  ],
}
