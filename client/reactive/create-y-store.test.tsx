import { render } from '@solidjs/testing-library'
import { For } from 'solid-js'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createYStore } from './create-y-store.ts'

type Row = { readonly id: string; readonly title: string }

const readRows = (source: Y.Map<unknown>): readonly Row[] =>
  [...source.entries()]
    .map(([id, title]) => ({ id, title: String(title) }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))

const show = (doc: Y.Doc) => {
  const shown = render(() => {
    const rows = createYStore<Y.Map<unknown>, Row>(doc.getMap('rows'), readRows)
    return <For each={rows}>{(row) => <p id={row.id}>{row.title}</p>}</For>
  })
  const texts = () => [...shown.container.querySelectorAll('p')].map((row) => row.textContent)
  return { ...shown, texts, row: (id: string) => shown.container.querySelector(`#${id}`) }
}

test('a row keeps its node when a peer changes or reorders it', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  here.getMap('rows').set('a', 'Moestuin')
  here.getMap('rows').set('b', 'Rust')
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  const screen = show(here)
  const node = screen.row('a')
  there.getMap('rows').set('a', 'Zee')
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect(screen.texts()).toEqual(['Rust', 'Zee'])
  expect(screen.row('a')).toBe(node)
})

test('a screen that is gone listens no more', () => {
  const doc = new Y.Doc()
  let reads = 0
  const { unmount } = render(() => {
    createYStore<Y.Map<unknown>, Row>(doc.getMap('rows'), (source) => ((reads += 1), readRows(source)))
    return null
  })
  unmount()
  const before = reads
  doc.getMap('rows').set('a', 'Moestuin')
  expect(reads).toBe(before)
})
