/**
 * Shortens a plan to two printed pages, and says what is only in the app. Paper is not measured during layout, so lines are
 * estimated from their letters. Pure: parts and words in, parts out.
 */
import type { PlanGroup, PlanPart } from '#domain/exchange/plan-text-blocks.ts'
import { paragraph } from '#domain/exchange/plan-text-blocks.ts'
import type { Block } from '#domain/story/story.ts'

export type PaperWords = {
  storyGoesOn: string
  /** More words, people or conversations than are printed. */
  goesOn: string
  moreGoals(count: number): string
  moreSteps(count: number): string
  ended(titles: readonly string[], count: number): string
}

export type PaperGroup = PlanGroup & { readonly moreSteps?: string }
export type PaperPart = Omit<PlanPart, 'groups'> & { readonly groups: readonly PaperGroup[] }

/** A plan with wishes only still needs space for a goal, and one with a conversation that is over, for the next. */
export const isEmpty = ({ id, groups }: PaperPart): boolean =>
  !groups.some(({ goal, blocks, held }) => (id === 'goals' ? goal !== undefined : blocks.length > 0 && !held))

/** Lines of the story, lines of words in one group, groups of a part, goals with their steps, steps of a goal. */
type Limits = Readonly<Record<'story' | 'lines' | 'groups' | 'goals' | 'steps', number>>

/** From all there is to what is needed at a table. */
const LIMITS: readonly [Limits, ...Limits[]] = [
  { story: 60, lines: 20, groups: 8, goals: 8, steps: 12 },
  { story: 22, lines: 8, groups: 4, goals: 4, steps: 6 },
  { story: 14, lines: 5, groups: 3, goals: 3, steps: 4 },
  { story: 10, lines: 4, groups: 2, goals: 2, steps: 4 },
]
/** Letters of 10 pt between the margins of A4. */
const LINE = 95
/** Lines on two pages below whose plan it is, with room to spare because no goal is broken in two. */
export const ROOM = 108
/** Titles of goals that have ended. */
const MOST_ENDED = 6
/** Lines that a heading takes, a row of a table, a drawn wheel with its scores, and a part that is left to the pen. */
const [HEADING, ROW, WHEEL, EMPTY] = [1.7, 1.45, 20, 11]

export const shorten = (parts: readonly PlanPart[], words: PaperWords): readonly PaperPart[] => {
  const fits = LIMITS.map((limits) => parts.map((part) => shortenPart(part, limits, words)))
  return fits.find((short) => countLines(short) <= ROOM) ?? (fits.at(-1) as readonly PaperPart[])
}

const shortenPart = (part: PlanPart, limits: Limits, words: PaperWords): PaperPart => {
  const { id } = part
  const ended = part.groups.filter(({ goal }) => goal?.ended)
  const open = part.groups.filter(({ goal }) => !goal?.ended)
  // Wishes are not goals, and come before them.
  const most = id === 'goals' ? limits.goals + open.filter(({ goal }) => goal === undefined).length : limits.groups
  const said = [
    ...(open.length > most ? [id === 'goals' ? words.moreGoals(open.length - most) : words.goesOn] : []),
    ...(ended.length > 0
      ? [
          words.ended(
            ended.slice(-MOST_ENDED).map(({ title }) => title),
            ended.length,
          ),
        ]
      : []),
  ]
  return {
    ...part,
    groups: [
      ...open.slice(0, most).map((group) => shortenGroup(group, id === 'story', limits, words)),
      ...(said.length === 0 ? [] : [{ title: '', blocks: said.map(paragraph) }]),
    ],
  }
}

const shortenGroup = (group: PlanGroup, story: boolean, limits: Limits, words: PaperWords): PaperGroup => {
  const goesOn = story ? words.storyGoesOn : words.goesOn
  const shorter = (blocks: readonly Block[]) => cut(blocks, story ? limits.story : limits.lines, goesOn)
  const { goal } = group
  if (goal === undefined) return { ...group, blocks: shorter(group.blocks) }
  const more = goal.steps.length - limits.steps
  return {
    ...group,
    goal: { ...goal, about: shorter(goal.about), steps: goal.steps.slice(0, limits.steps) },
    ...(more > 0 ? { moreSteps: words.moreSteps(more) } : {}),
  }
}

/** Whole blocks, and list items one by one; a first block that is too long is cut within. */
const cut = (blocks: readonly Block[], room: number, goesOn: string): readonly Block[] => {
  if (sum(blocks.map(linesOf)) <= room) return blocks
  const kept: Block[] = []
  let left = room - 1
  for (const block of blocks) {
    if (linesOf(block) <= left) {
      kept.push(block)
      left -= linesOf(block)
      continue
    }
    if (block.name === 'list') {
      const items = block.items.filter((item) => (left -= sum(item.map(linesOf))) >= 0)
      if (items.length > 0) kept.push({ ...block, items })
    } else if (kept.length === 0) {
      const text = block.runs.map((run) => run.text).join('')
      kept.push(
        paragraph(
          `${text
            .slice(0, left * LINE)
            .replace(/\S*$/u, '')
            .trimEnd()} …`,
        ),
      )
    }
    break
  }
  return [...kept, paragraph(goesOn)]
}

const linesOf = (block: Block): number => {
  if (block.name === 'list') return sum(block.items.map((item) => sum(item.map(linesOf))))
  const lines = block.runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
  return sum(lines.map((line) => Math.max(1, Math.ceil(line.length / LINE))))
}

export const countLines = (parts: readonly PaperPart[]): number => sum(parts.map(lengthOf))

const lengthOf = (part: PaperPart): number =>
  HEADING +
  (isEmpty(part) ? EMPTY : 0) +
  sum(part.groups.map((group, at) => lengthOfGroup(group, part.id === 'contact' ? 1.5 : 1, at === 0)))

const lengthOfGroup = ({ title, blocks, goal, wheel }: PaperGroup, columns: number, first: boolean): number => {
  const heading = title === '' ? 0 : HEADING
  if (wheel !== undefined) return heading + (first ? WHEEL : 3)
  if (goal !== undefined) return heading + sum(goal.about.map(linesOf)) + ROW * (goal.steps.length + 2)
  return (heading + sum(blocks.map(linesOf))) / columns
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
