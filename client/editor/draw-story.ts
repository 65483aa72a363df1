/**
 * The shared story as the editor's nodes. What has not changed keeps its node, so that a long story costs only what changed. It
 * writes nothing: y-tiptap's own drawing moves and deletes what it meets, while others write there. Only for a story that the
 * gate has let through (schema-gate.ts).
 */
import type { Attrs, Node, NodeType, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** The node that was drawn for each element. */
export type Drawn = Map<Y.AbstractType<unknown>, Node | Node[]>

export const drawStory = (story: Y.XmlFragment, schema: Schema, drawn: Drawn): Node =>
  drawNode(story, schema.topNodeType, null, schema, drawn)

/** What changed, and all that it stands in. */
export const forgetChanged = (drawn: Drawn, transaction: Y.Transaction): void => {
  for (const type of transaction.changed.keys())
    for (let at: Y.AbstractType<unknown> | null = type as Y.AbstractType<unknown>; at !== null; at = at.parent)
      drawn.delete(at)
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) drawn.delete(struct.content.type)
  })
}

/**
 * What is shown now: it may be an equal node where another was drawn, as only what differs is drawn again. By these nodes y-tiptap
 * finds what belongs together when it compares.
 */
export const noteShown = (drawn: Drawn, shared: Y.XmlFragment, node: Node): void => {
  if (drawn.get(shared as Y.AbstractType<unknown>) === node) return
  drawn.set(shared as Y.AbstractType<unknown>, node)
  shared.toArray().forEach((child: unknown, index) => {
    if (child instanceof Y.XmlText) drawn.delete(child as Y.AbstractType<unknown>)
    else if (child instanceof Y.XmlElement && !node.isTextblock) noteShown(drawn, child, node.child(index))
  })
}

const drawNode = (
  shared: Y.XmlFragment,
  type: NodeType,
  attributes: Attrs | null,
  schema: Schema,
  drawn: Drawn,
): Node => {
  const known = drawn.get(shared as Y.AbstractType<unknown>)
  if (known !== undefined && !Array.isArray(known)) return known
  const content = shared.toArray().flatMap((child: unknown): readonly Node[] => {
    if (child instanceof Y.XmlText) return drawText(child, schema)
    const inner = child instanceof Y.XmlElement ? schema.nodes[child.nodeName] : undefined
    if (inner === undefined || !(child instanceof Y.XmlElement)) return []
    return [drawNode(child, inner, child.getAttributes() as Attrs, schema, drawn)]
  })
  const node = type.create(attributes, content)
  drawn.set(shared as Y.AbstractType<unknown>, node)
  return node
}

type Run = { readonly insert: unknown; readonly attributes?: { readonly [mark: string]: Attrs } }

const drawText = (text: Y.XmlText, schema: Schema): readonly Node[] =>
  (text.toDelta() as readonly Run[]).flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string'
      ? [
          schema.text(
            insert,
            Object.entries(attributes).map(([name, value]) => schema.mark(name, value)),
          ),
        ]
      : [],
  )
