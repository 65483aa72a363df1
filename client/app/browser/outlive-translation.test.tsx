/** A page that its browser has translated goes on: what changes shows, and what goes is gone. */
import { cleanup, render } from '@solidjs/testing-library'
import { createSignal, For, Show } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { translatePage } from '#testing/translate-page.ts'
import { outliveTranslation } from './outlive-translation.ts'

afterEach(cleanup)

const setUp = () => {
  const [name, setName] = createSignal('ans')
  const [count, setCount] = createSignal(1)
  const [there, setThere] = createSignal(true)
  const [rows, setRows] = createSignal(['een', 'twee', 'drie'])
  const { container } = render(() => (
    <div>
      <h1>{name()}</h1>
      <p>
        dag {name()}, je hebt {count()} {count() === 1 ? 'plan' : <b>plannen</b>}
      </p>
      <Show when={there()} fallback="weg">
        hier
      </Show>
      <ul>
        <For each={rows()}>{(row) => <li>{row}</li>}</For>
      </ul>
      <p translate="no">{name()}</p>
    </div>
  ))
  const stop = outliveTranslation(container)
  const shown = () => container.textContent?.replaceAll('\ufeff', '').replaceAll(/\s+/g, ' ')
  return { container, stop, shown, setName, setCount, setThere, setRows }
}
const settled = () => Promise.resolve()

test('what changes after it shows, and no old words stay', async () => {
  const { container, stop, shown, setName, setCount, setThere, setRows } = setUp()
  await translatePage(container)
  expect(shown()).toBe('ANSDAG ANS, JE HEBT 1 PLANHIEREENTWEEDRIEans')
  setName('bas')
  setCount(2)
  setThere(false)
  setRows(['drie', 'vier'])
  await settled()
  expect(shown()?.toLowerCase()).toBe('basdag bas, je hebt 2 plannenwegdrievierbas')
  await translatePage(container) // the browser translates what is new
  expect(shown()).toBe('BASDAG BAS, JE HEBT 2 PLANNENWEGDRIEVIERbas')
  setName('')
  setThere(true)
  await settled()
  expect(shown()?.toLowerCase()).toBe('dag , je hebt 2 plannenhierdrievier')
  stop()
})

test('the original can be shown again, and goes on changing', async () => {
  const { container, stop, shown, setName } = setUp()
  const before = shown()
  const showOriginal = await translatePage(container)
  await showOriginal()
  expect(shown()).toBe(before)
  setName('bas')
  await settled()
  expect(shown()).toContain('basdag bas')
  stop()
})

test('a browser that makes new texts of the originals shows none of them twice', async () => {
  const { container, stop, shown, setName } = setUp()
  const before = shown()
  await translatePage(container)
  for (const font of container.querySelectorAll('font > font')) {
    const words = font.textContent?.toLowerCase() ?? ''
    font.parentElement?.replaceWith(document.createTextNode(words))
  }
  await settled()
  expect(shown()).toBe(before)
  setName('bas')
  await settled()
  expect(shown()).toContain('basdag bas')
  stop()
})
