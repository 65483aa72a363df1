/**
 * What of a story this version does not know: whose it is, and the way to take it out. One unknown node makes the story read-only
 * for everybody (schema-gate.ts), so anybody who writes may go on without it; its bytes stay in the log.
 */
import type { NodeType, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { itemOf } from '#domain/document/written-by.ts'
import { isKnownChild, isKnownRun, nodeTypeOf } from './schema-gate.ts'

type Part = { readonly client: number | null; readonly words: string; takeOut(): void }

/** The unknown parts, each as small as it can be taken out: a node, or the marks and things in a run of text. */
export const unknownPartsIn = (story: Y.XmlFragment, schema: Schema): readonly Part[] =>
  within(story, schema.topNodeType, schema, 0)

const within = (node: Y.XmlFragment, type: NodeType, schema: Schema, depth: number): readonly Part[] =>
  node.toArray().flatMap((child: unknown) => {
    const childType = nodeTypeOf(child, schema)
    // A known node in a place where it cannot be, such as a list right inside a list, goes as a whole.
    const fits = childType !== undefined && type.contentMatch.matchType(childType) !== null
    if (fits && isKnownChild(child, schema, depth)) return []
    if (fits && child instanceof Y.XmlText) return [unknownIn(child, schema)]
    // Where the node itself is known, only some part in it is not.
    const inner =
      fits && child instanceof Y.XmlElement && depth < MAX_DEPTH ? within(child, childType, schema, depth + 1) : []
    return inner.length > 0 ? inner : [wholeOf(node, child)]
  })

const wholeOf = (node: Y.XmlFragment, child: unknown): Part => ({
  client: typeof child === 'object' && child !== null ? (itemOf(child)?.id.client ?? null) : null,
  words: child instanceof Y.XmlElement ? wordsOf(child, 0) : '',
  takeOut: () => node.delete(node.toArray().indexOf(child as Y.XmlElement), 1),
})

/** As deep as the gate looks; below, the whole node goes. */
const MAX_DEPTH = 32

const unknownIn = (text: Y.XmlText, schema: Schema): Part => ({
  client: itemOf(text)?.id.client ?? null,
  words: '',
  takeOut() {
    let at = 0
    for (const run of text.toDelta() as readonly { insert: unknown; attributes?: object }[]) {
      const length = typeof run.insert === 'string' ? run.insert.length : 1
      if (typeof run.insert !== 'string') {
        text.delete(at, 1)
        continue
      }
      const unknown = Object.entries(run.attributes ?? {}).filter(
        ([name, value]) => !isKnownRun({ [name]: value }, schema),
      )
      if (unknown.length > 0) text.format(at, length, Object.fromEntries(unknown.map(([name]) => [name, null])))
      at += length
    }
  },
})

const wordsOf = (node: Y.XmlElement, depth: number): string =>
  depth > MAX_DEPTH
    ? ''
    : node
        .toArray()
        .map((child: unknown) =>
          child instanceof Y.XmlText
            ? (child.toDelta() as readonly { insert: unknown }[])
                .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
                .join('')
            : child instanceof Y.XmlElement
              ? wordsOf(child, depth + 1)
              : '',
        )
        .join(' ')
        .trim()

/** Takes all of it out, in one change that can be undone. */
export const takeOutUnknown = (story: Y.XmlFragment, schema: Schema): void =>
  story.doc?.transact(() => {
    for (const part of unknownPartsIn(story, schema).toReversed()) part.takeOut()
  }, takeOutUnknown)
