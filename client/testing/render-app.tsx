/** The whole app around a fake device at one address, in Dutch or another language: what a test of a screen renders. */
import { cleanup, render } from '@solidjs/testing-library'
import { onTestFinished } from 'vitest'
import { App } from '#app/app.tsx'
import { createWords } from '#app/create-words.ts'
import type { Language } from '#copy/languages.ts'
import type { Surroundings } from '#reactive/use-surroundings.ts'
import { createFakeDevice, createFakeSurroundings, type FakeDeviceOptions } from './fake-device.ts'

export const renderApp = async (
  path: string,
  options: FakeDeviceOptions = {},
  more: { surroundings?: Partial<Surroundings>; language?: Language } = {},
) => {
  onTestFinished(cleanup)
  window.location.hash = path
  const words = await createWords(
    { getItem: () => more.language ?? 'nl', setItem: () => {} },
    ['nl'],
    document.documentElement,
  )
  const fakeDevice = createFakeDevice(options)
  const fakeSurroundings = createFakeSurroundings(more.surroundings)
  const left: number[] = []
  const screen = render(() => (
    <App
      device={fakeDevice.device}
      words={words}
      surroundings={fakeSurroundings.surroundings}
      leave={() => left.push(1)}
      needRefresh={() => false}
      onUpdate={() => {}}
    />
  ))
  return { ...screen, device: fakeDevice, surroundings: fakeSurroundings.asked, left }
}
