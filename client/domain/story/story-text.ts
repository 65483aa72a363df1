/** The story as plain text, for copying, for paper and for an app that is too old to show it otherwise. */
import type * as Y from 'yjs'
import { type Block, readStory, type Run } from './story.ts'

export const readStoryText = (doc: Y.Doc): string => toText(readStory(doc))

export const toText = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n\n')

const blockText = (block: Block): string =>
  block.name === 'list'
    ? block.items.map((item, index) => itemText(block, item, index)).join('\n')
    : runsText(block.runs)

const itemText = (list: Extract<Block, { name: 'list' }>, item: readonly Block[], index: number): string => {
  const bullet = list.ordered ? `${list.start + index}. ` : '• '
  const text = item
    .map(blockText)
    .filter((line) => line.trim() !== '')
    .join('\n')
  return bullet + text.replaceAll('\n', `\n${' '.repeat(bullet.length)}`)
}

const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')
