/** The words of this device that the log lacks, for who may not share them any more: whole words, because half of one says nothing. */
import * as Y from 'yjs'
import type { Clocks } from '../update/update.ts'
import { firstOf } from './yjs-internals.ts'

/** `id`: of its first letter that the log lacks; the same for as long as that stands. */
export type UnsharedWords = { readonly id: string; readonly text: string }

/** Letters in a row are one. Values and deletions are none. */
export const unsharedWords = (doc: Y.Doc, own: Iterable<number>, clocks: Clocks): readonly UnsharedWords[] => {
  const shared = new Map([...own].map((client) => [client, clocks.get(client) ?? 0]))
  const texts = new Set<Y.Text>()
  for (const [client, from] of shared)
    for (const struct of doc.store.clients.get(client) ?? []) {
      const isShared = struct.id.clock + struct.length <= from
      if (!isShared && struct instanceof Y.Item && struct.parent instanceof Y.Text) texts.add(struct.parent)
    }
  return [...texts].flatMap((text) => wordsIn(text, shared))
}

const wordsIn = (text: Y.Text, shared: Clocks): readonly UnsharedWords[] => {
  let whole = ''
  const runs: { readonly id: string; readonly start: number; end: number }[] = []
  for (let item = firstOf(text); item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const start = whole.length + Math.max(0, (shared.get(client) ?? Infinity) - clock)
    whole += item.content.str
    if (start >= whole.length) continue
    const last = runs.at(-1)
    if (last?.end === start) last.end = whole.length
    else runs.push({ id: `${client}/${clock + item.length - (whole.length - start)}`, start, end: whole.length })
  }
  return runs.flatMap(({ id, start, end }) => {
    const written = whole.slice(start, end)
    const before = /^\S/.test(written) ? /\S*$/.exec(whole.slice(0, start)) : ''
    const behind = /\S$/.test(written) ? /^\S*/.exec(whole.slice(end)) : ''
    const words = `${before}${written}${behind}`.trim()
    return words === '' ? [] : [{ id, text: words }]
  })
}
