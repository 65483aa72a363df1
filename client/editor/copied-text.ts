/**
 * What a copy from the story is as plain text: numbers and bullets stay, and a list gains no empty lines, as in the text for the record.
 */
import type { Fragment, Node, ResolvedPos, Slice } from '@tiptap/pm/model'
import type { Block } from '#domain/story/story.ts'
import { toText } from '#domain/story/story-text.ts'

/** `from`: where the copy begins, which says the number of its first point. */
export const toCopiedText = ({ content, openStart, openEnd }: Slice, from: ResolvedPos): string => {
  // Of words within one point of a list the list is no part.
  let [inner, depth] = [content, 1]
  for (let open = Math.min(openStart, openEnd); open > 1 && inner.childCount === 1; open -= 1, depth += 1) {
    const only = inner.firstChild
    if (only === null || only.childCount !== 1) break
    inner = only.content
  }
  return toText(toBlocks(inner, from, depth))
}

/** `depth`: of these nodes in the story. Only the first may be cut, so it alone is asked for its place. */
const toBlocks = (nodes: Fragment, from: ResolvedPos | null, depth: number): readonly Block[] =>
  nodes.content.map((node, at) => toBlock(node, at === 0 ? from : null, depth))

const toBlock = (node: Node, from: ResolvedPos | null, depth: number): Block => {
  const isOrdered = node.type.name === 'orderedList'
  if (!isOrdered && node.type.name !== 'bulletList') return { name: 'paragraph', runs: [plainRun(node)] }
  const before = from === null || from.depth < depth ? 0 : from.index(depth)
  return {
    name: 'list',
    ordered: isOrdered,
    start: Number(node.attrs['start'] ?? 1) + before,
    items: node.children.map((item, at) => toBlocks(item.content, at === 0 ? from : null, depth + 2)),
  }
}

const plainRun = (node: Node) => ({
  text: node.isText ? (node.text ?? '') : node.textBetween(0, node.content.size, '\n', '\n'), // the only leaf is a line break
  bold: false,
  italic: false,
  link: null,
})
