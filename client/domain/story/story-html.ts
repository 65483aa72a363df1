/** The story as inert HTML: a handful of elements, every word escaped, and only safe links. */
import type { Block, Run } from './story.ts'

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

export const toHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('\n')

const blockHtml = (block: Block): string => {
  switch (block.name) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`
    case 'heading': // one lower than in the app, because the story has a heading of its own here
      return `<h${block.level + 1}>${runsHtml(block.runs)}</h${block.level + 1}>`
    case 'list':
      return listHtml(block)
  }
}

const listHtml = (list: Extract<Block, { name: 'list' }>): string => {
  const items = list.items.map((item) => `<li>${toHtml(item)}</li>`).join('\n')
  return list.ordered ? `<ol start="${list.start}">\n${items}\n</ol>` : `<ul>\n${items}\n</ul>`
}

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('')

const runHtml = (run: Run): string => {
  const text = escapeHtml(run.text).replaceAll('\n', '<br>')
  const italic = run.italic ? `<em>${text}</em>` : text
  const bold = run.bold ? `<strong>${italic}</strong>` : italic
  return run.link === null ? bold : `<a href="${escapeHtml(run.link)}" rel="noopener noreferrer nofollow">${bold}</a>`
}
