/** A plan as plain text, for a system that takes nothing else. */
import type { PlanPart } from './plan-text-blocks.ts'
import { toText } from '../story/story-text.ts'

/** Headings are underlined, because capitals would read as shouting. */
export const toPlainText = (
  title: string,
  when: string,
  parts: readonly Pick<PlanPart, 'title' | 'groups'>[],
): string =>
  [
    `${title}\n${when}`,
    ...parts.flatMap((part) => [
      `${part.title}\n${'-'.repeat([...part.title].length)}`,
      ...part.groups.map((group) => [group.title, toText(group.blocks)].filter((text) => text !== '').join('\n')),
    ]),
  ].join('\n\n') + '\n'
