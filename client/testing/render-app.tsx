/** Renders the whole app for a screen's test, over a fake device, at one address, in Dutch or another language. */
import { cleanup, render } from '@solidjs/testing-library'
import { onTestFinished } from 'vitest'
import { App } from '#app/app.tsx'
import { createWords } from '#app/browser/create-words.ts'
import type { Language } from '#copy/languages.ts'
import type { Platform } from '#ports/platform.ts'
import { createFakeDevice, createFakePlatform, type FakeDeviceOptions } from './fake-device.ts'

export const renderApp = async (
  path: string,
  options: FakeDeviceOptions = {},
  more: { platform?: Partial<Platform>; language?: Language } = {},
) => {
  onTestFinished(cleanup)
  window.location.hash = path
  const words = await createWords(
    { getItem: () => more.language ?? 'nl', setItem: () => {} },
    ['nl'],
    document.documentElement,
  )
  const fakeDevice = createFakeDevice(options)
  const fakePlatform = createFakePlatform(more.platform)
  const left: number[] = []
  const screen = render(() => (
    <App
      device={fakeDevice.device}
      words={words}
      platform={fakePlatform.platform}
      leave={() => left.push(1)}
      needRefresh={() => false}
      onUpdate={() => {}}
    />
  ))
  return { ...screen, device: fakeDevice, platform: fakePlatform.asked, left }
}
