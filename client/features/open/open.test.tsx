/** An invitation that was pasted, or shared by another app with the installed one. */
import { screen as page } from '@solidjs/testing-library'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

/** The service worker's part, run with another `self`. */
const share = async (fields: Readonly<Record<string, string>>): Promise<string | null> => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  let answer: Promise<Response> | null = null
  const self = {
    addEventListener: (_name: string, run: (event: unknown) => void) =>
      run({
        request: { method: 'POST', url: 'https://weef.example/share', formData: async () => body },
        respondWith: (made: Promise<Response>) => (answer = made),
      }),
  }
  const code = readFileSync(join(import.meta.dirname, '../../public/share-target.js'), 'utf8')
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- a worker's script has no exports
  new Function('self', code)(self)
  return (await (answer as Promise<Response> | null))?.headers.get('Location') ?? null
}

const LINK = 'https://weef.example/#/join/'

test('what another app shares goes on in the fragment alone, and is not sent anywhere', async () => {
  const address = await share({ text: `Doe je mee?\n${LINK}abc`, title: 'Weef' })
  expect(address).toMatch(/^\/#\/open\?shared=/)
  expect(decodeURIComponent(address?.split('shared=')[1] ?? '')).toContain(`${LINK}abc`)
  expect(address?.split('#')[0]).toBe('/')
})

test('an invitation among the words of a message opens, and "back" leads past it', async () => {
  const token = `${workspaceId(7)}.${workspaceId(3)}`
  const address = await share({ text: `Hoi Ans!\n${LINK}${token}\nTot straks` })
  const before = window.history.length
  await renderApp(address?.slice(2) ?? '')
  await expect.poll(() => window.location.hash).toBe(`#/join/${token}`)
  expect(window.history.length - before).toBeLessThanOrEqual(1) // the test's own
})

test('words without an invitation stand in the field, with what is wrong with them', async () => {
  const address = await share({ text: 'Zullen we bellen?' })
  await renderApp(address?.slice(2) ?? '')
  expect((await page.findByLabelText<HTMLInputElement>(nl.open.link)).value).toBe('Zullen we bellen?')
  expect(page.getByText(nl.open.notALink)).toBeTruthy()
})
