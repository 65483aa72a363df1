/**
 * Shows any screen in any state without a relay: `npx vite`, then /testing/preview.html?scene=…#/plan/…. Not in the build.
 */
import { render } from 'solid-js/web'
import { App } from '#app/app.tsx'
import { createWords } from '#app/browser/create-words.ts'
import { parseLanguage } from '#copy/languages.ts'
import { InsecurePage } from '#app/shell/insecure-page.tsx'
import { LeftPage } from '#app/shell/left-page.tsx'
import { createFakeDevice, createFakePlatform } from './fake-device.ts'
import { createFakeVoices } from './fake-voices.ts'
import { scenes } from './scenes.ts'

const query = new URLSearchParams(window.location.search)
const scene = scenes[query.get('scene') ?? 'plans'] ?? {}
const language = parseLanguage(query.get('lang')) ?? 'nl'
const words = await createWords({ getItem: () => language, setItem: () => {} }, ['nl'], document.documentElement)
const { device } = createFakeDevice(scene.device)
const { platform } = createFakePlatform({ speech: createFakeVoices().voices, ...scene.platform })
const root = document.querySelector('#app')

if (root !== null) {
  render(() => {
    if (scene.page === 'insecure') return <InsecurePage copy={words.copy()} />
    if (scene.page === 'left') return <LeftPage copy={words.copy()} onOpen={() => {}} />
    return (
      <App
        device={device}
        words={words}
        platform={platform}
        leave={() => {}}
        needRefresh={() => scene.needRefresh ?? false}
        onUpdate={() => {}}
      />
    )
  }, root)
}
