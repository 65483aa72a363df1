/** Another language whose words cannot be fetched: nothing changes, the list says what is shown, and people read why. */
import { cleanup, fireEvent, render, screen as page } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { createWords } from '#app/browser/create-words.ts'
import { loadCopy } from '#copy/load-copy.ts'
import { nl } from '#copy/nl.ts'
import { DeviceContext } from '#reactive/use-device.ts'
import { LanguageContext } from '#reactive/use-language.ts'
import { createFakeDevice } from '#testing/fake-device.ts'
import { LanguageSwitch } from './language-switch.tsx'

afterEach(cleanup)

test('a language that cannot be had is not chosen anywhere, and can be chosen again', async () => {
  let isThere = false
  const words = await createWords(null, ['nl'], document.documentElement, async (language, layer) => {
    if (language === 'en' && !isThere) throw new TypeError('Failed to fetch.')
    return loadCopy(language, layer)
  })
  const { device } = createFakeDevice({})
  render(() => (
    <LanguageContext.Provider value={words}>
      <DeviceContext.Provider value={device}>
        <LanguageSwitch />
      </DeviceContext.Provider>
    </LanguageContext.Provider>
  ))
  const list = page.getByRole<HTMLSelectElement>('combobox')
  const before = device.home.me().language
  fireEvent.change(list, { target: { value: 'en' } })
  expect((await page.findByRole('alert')).textContent).toBe(nl.general.notFetched.language)
  expect([list.value, words.language(), device.home.me().language]).toEqual(['nl', 'nl', before])
  isThere = true
  fireEvent.change(list, { target: { value: 'en' } })
  await expect.poll(() => [list.value, words.language(), device.home.me().language]).toEqual(['en', 'en', 'en'])
  expect(page.queryByRole('alert')).toBeNull()
})
