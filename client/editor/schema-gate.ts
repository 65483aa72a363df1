/**
 * Keeps the editor away from a story that it does not know completely. y-tiptap deletes what its schema lacks from the
 * shared document, for everybody and without an error, before ProseMirror sees it. So no editor is mounted over such a
 * story, or stays mounted.
 */
import type { Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

type Node = Y.XmlFragment | Y.XmlElement
type Inside = { readonly schema: Schema; readonly known: WeakSet<object> }

/**
 * The maximum nesting of lists; people use three levels. A peer could nest so deep that rendering overflows the stack, and
 * deletes.
 */
const MAX_DEPTH = 32

export type Gate = { stop(): void }

/**
 * `null`: the story is unknown now. Otherwise `onUnknown` is called at most once, before any other listener of the change.
 */
export const openGate = (story: Y.XmlFragment, schema: Schema, onUnknown: () => void): Gate | null => {
  const inside: Inside = { schema, known: new WeakSet() }
  if (!isKnownNode(story, 0, inside)) return null
  const { doc } = story
  const check = (transaction: Y.Transaction) => {
    const changed = [...transaction.changed.keys()].filter((type) => inside.known.has(type))
    if (changed.every((type) => isStillKnown(type, depthOf(type), inside))) return
    stop()
    onUnknown()
  }
  const stop = () => doc?.off('beforeObserverCalls', check)
  doc?.on('beforeObserverCalls', check)
  return { stop }
}

export const isKnownStory = (story: Y.XmlFragment, schema: Schema): boolean =>
  isKnownNode(story, 0, { schema, known: new WeakSet() })

/** Whether a child at this depth is known with all that is in it. */
export const isKnownChild = (child: unknown, schema: Schema, depth: number): boolean => {
  const inside: Inside = { schema, known: new WeakSet() }
  const type = nodeTypeOf(child, schema)
  return type !== undefined && isKnownPart(child, depth, inside)
}

/** Whether these marks of a run of text are known. */
export const isKnownRun = (marks: object, schema: Schema): boolean => hasKnownMarks(marks, schema)

/** Of what was known before, only the changed parts are checked: a keystroke does not walk through the story. */
const isStillKnown = (type: unknown, depth: number, inside: Inside): boolean =>
  type instanceof Y.XmlText ? isKnownText(type, inside) : isNode(type) && isKnownNode(type, depth, inside)

const isKnownNode = (node: Node, depth: number, inside: Inside): boolean => {
  const type = node instanceof Y.XmlElement ? own(inside.schema.nodes, node.nodeName) : inside.schema.topNodeType
  if (type === undefined || depth > MAX_DEPTH) return false
  if (node instanceof Y.XmlElement && !hasKnownAttributes(node, Object.keys(type.spec.attrs ?? {}))) return false
  const children: readonly unknown[] = node.toArray()
  return (
    children.every(
      (child) => type.contentMatch.matchType(nodeTypeOf(child, inside.schema) ?? inside.schema.topNodeType) !== null,
    ) &&
    children.every((child) => isKnownPart(child, depth, inside)) &&
    inside.known.add(node).has(node)
  )
}

const isKnownPart = (child: unknown, depth: number, inside: Inside): boolean => {
  if (typeof child === 'object' && child !== null && inside.known.has(child)) return true
  return child instanceof Y.XmlText
    ? isKnownText(child, inside)
    : isNode(child) && isKnownNode(child, depth + 1, inside)
}

export const nodeTypeOf = (child: unknown, schema: Schema) => {
  if (child instanceof Y.XmlText) return schema.nodes['text']
  const type = child instanceof Y.XmlElement ? own(schema.nodes, child.nodeName) : undefined
  return type?.isText ? undefined : type // an element that claims to be text
}

const isKnownText = (text: Y.XmlText, inside: Inside): boolean => {
  const runs = text.toDelta() as readonly { insert: unknown; attributes?: object }[]
  return (
    runs.every(
      ({ insert, attributes }) => typeof insert === 'string' && hasKnownMarks(attributes ?? {}, inside.schema),
    ) && inside.known.add(text).has(text)
  )
}

const hasKnownMarks = (marks: object, schema: Schema): boolean =>
  Object.entries(marks).every(([name, value]) => {
    const type = own(schema.marks, name)
    return type !== undefined && isRecord(value) && areKnownAttributes(value, Object.keys(type.spec.attrs ?? {}))
  })

const hasKnownAttributes = (element: Y.XmlElement, names: readonly string[]): boolean =>
  areKnownAttributes(element.getAttributes(), names)

const areKnownAttributes = (attributes: object, names: readonly string[]): boolean =>
  Object.entries(attributes).every(([name, value]) => names.includes(name) && isKnownValue(name, value))

/** Where a value decides on the rendering, a value that we would render differently counts as unknown too. */
const isKnownValue = (name: string, value: unknown): boolean => {
  if (name === 'level') return value === 2 || value === 3
  if (name === 'start') return Number.isSafeInteger(value)
  return name === 'href' && typeof value === 'string'
}

const depthOf = (type: { readonly parent: Y.AbstractType<unknown> | null }): number => {
  let depth = 0
  let { parent } = type
  while (parent !== null) {
    depth += 1
    parent = parent.parent
  }
  return depth
}

const isNode = (type: unknown): type is Node =>
  type instanceof Y.XmlElement || (type instanceof Y.XmlFragment && !(type instanceof Y.XmlElement))

/** ProseMirror's own records have no prototype. */
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

const own = <Value>(record: { readonly [name: string]: Value }, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
