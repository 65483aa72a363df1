/**
 * A plan as its parts in words, in the order that people chose: for paper, for a readable file, and as plain text for another
 * system. It names the author and the moment of each thing. It knows no language, and leaves out everything set aside.
 */
import type * as Y from 'yjs'
import { readCheckIns } from '../wheel/check-ins.ts'
import { TOPICS } from '../document/choices.ts'
import { readPlan } from '../document/read-plan.ts'
import { isOutcome, outcomeOf } from '../goals/endings.ts'
import { type Goal, readGoals } from '../goals/goals.ts'
import { byMoment, inTime } from '../document/moments.ts'
import { hasAny, isFilled } from '../wheel/latest-wheels.ts'
import {
  inView,
  lines,
  paragraph,
  type PlanGroup,
  type PlanPart,
  type PlanView,
  points,
  several,
  signed,
} from './plan-text-blocks.ts'
import { conversationGroups } from './plan-text-conversations.ts'
import { stepCells } from './plan-text-steps.ts'
import { contactGroups } from './plan-text-contact.ts'
import type { PlanWords } from './plan-text-words.ts'
import { readSections, type SectionName } from '../plan/sections.ts'
import type { Step } from '../goals/steps.ts'
import { readStory } from '../story/story.ts'
import { originsOf } from '../plan/origin.ts'
import { answeredTo } from '../goals/answers.ts'
import { hearAll } from '../plan/hands.ts'
import { groupBy } from '../document/group-by.ts'
import { whoKey } from '../plan/who.ts'
import { readWishes } from '../goals/wishes.ts'

export const readPlanParts = (doc: Y.Doc, words: PlanWords, view: PlanView): readonly PlanPart[] =>
  readSections(doc).map(({ id, title, hidden }) => ({
    id,
    title: title || words.sections[id],
    hidden,
    groups: readGroups[id](doc, words, view).filter((group) => group.blocks.length > 0 || group.title !== ''),
  }))

/** The contents of each part. */
const readGroups: Record<SectionName, (doc: Y.Doc, words: PlanWords, view: PlanView) => readonly PlanGroup[]> = {
  story: (doc) => [{ title: '', blocks: readStory(doc) }],
  people: (doc, words) => [
    {
      title: '',
      blocks: [points(words.people), ...lines(originsOf(readPlan(doc)).map((origin) => words.origin(origin)))],
    },
  ],
  wheel: (doc, words, view) => readWheels(doc, view).map((wheel) => wheelGroup(words, wheel)),
  goals: (doc, words) => [wishGroup(doc, words), ...inView(readGoals(doc)).map((goal) => goalGroup(words, goal))],
  conversations: conversationGroups,
  contact: (doc, words) => contactGroups(doc, words),
}

const readWheels = (doc: Y.Doc, { extent, ...times }: PlanView): readonly NonNullable<PlanGroup['wheel']>[] => {
  const filled = inView(readCheckIns(doc)).filter(isFilled)
  const corrected = new Set(filled.map(({ corrects }) => corrects))
  const standing = inTime(
    filled.filter(({ id }) => !corrected.has(id)),
    times,
  )
  const ofEach = groupBy(standing, ({ who }) => whoKey(who))
  const places = new Map(
    [...ofEach.values()].flatMap((wheels) => {
      const [latest] = wheels
      const dated = wheels.toSorted(byMoment)
      return dated.map((now, at) => [now, { before: dated[at + 1] ?? null, latest: now === latest }] as const)
    }),
  )
  return standing
    .map((now) => ({ now, ...(places.get(now) ?? { before: null, latest: true }) }))
    .filter(({ latest }) => latest || extent === 'all')
}

const wheelGroup = (words: PlanWords, wheel: NonNullable<PlanGroup['wheel']>): PlanGroup => {
  const { now, before } = wheel
  const said = TOPICS.filter((topic) => topic !== 'own' || now.ownTopic !== '' || hasAny(now.topics.own)).map(
    (topic) => {
      const { score, note, talkAbout } = now.topics[topic]
      const earlier = before?.topics[topic].score ?? []
      const name = (topic === 'own' && now.ownTopic) || words.wheel.topics[topic]
      const number = several(words, score, String) || words.wheel.none
      const was = before === null || earlier.length === 0 ? '' : several(words, earlier, String)
      const then = was === '' || before === null ? '' : ` (${words.wheel.before(words.date(before.at), was)})`
      return [
        `${name}: ${number}${then}`, // in brackets: “5. 1 November: 6” reads as one number
        talkAbout ? words.wheel.talkAbout : '',
        note === '' ? '' : `“${note}”`,
      ]
        .filter((part) => part !== '')
        .join('. ')
    },
  )
  return {
    title: `${words.who(now.who)}, ${words.date(now.at)}`,
    blocks: [...lines([words.filledInBy(now)].filter((by) => by !== null)), points(said)],
    wheel,
  }
}

const wishGroup = (doc: Y.Doc, words: PlanWords): PlanGroup => {
  const wishes = inView(readWishes(doc))
  return {
    title: wishes.length === 0 ? '' : words.goals.wishes,
    blocks: wishes.length === 0 ? [] : [points(wishes.map(({ text, maker }) => signed(words, text, maker)))],
  }
}

const goalGroup = (words: PlanWords, goal: Goal): PlanGroup => {
  const { answers, ending } = words.goals
  const status = several(words, goal.status, (one) => words.goals.status[one])
  const texts = (['why', 'start', 'wished'] as const).filter((name) => goal[name] !== '')
  const proposer = words.author(goal.ending?.client ?? null)
  const about = [
    ...texts.map((name) => paragraph(`${words.goals.texts[name]} ${goal[name]}`)),
    ...lines(
      goal.ending === null || proposer === null
        ? []
        : [ending.proposed(words.who(proposer), ending.propose[goal.ending.outcome])],
    ),
    ...(goal.answers.length === 0
      ? []
      : [
          points(
            hearAll(goal.answers, words).map((heard) => {
              const by = words.writtenBy(heard)
              const said = answers.said(words.who(heard.who), answers.short[heard.answer], heard.words)
              const to = answeredTo(heard, goal.title)
              return [said, ...(to === null ? [] : [answers.to(to)]), ...(by === null ? [] : [by])].join('. ')
            }),
          ),
        ]),
  ]
  const steps = inView(goal.steps)
  const toDo = steps.filter((step) => step.status.length !== 1 || !isOutcome(step.status[0]))
  const cells = steps.map((step) => stepCells(words, step))
  const inLine = cells.map((step) => step.filter((cell) => cell !== '').join(' · '))
  return {
    title: goal.title || words.goals.noTitle,
    blocks: [
      ...lines(status === '' ? [] : [`${words.goals.fields.status} ${status}`]),
      ...about,
      ...(cells.length === 0 ? [] : [paragraph(`${words.goals.steps}:`), points(inLine)]),
    ],
    goal: {
      status,
      ended: outcomeOf(goal.status) !== null,
      about,
      // A part that has not begun is left empty for a pen.
      steps: toDo.map((step) => stepCells(words, isBegun(step) ? step : { ...step, status: [] })),
      done: steps.length - toDo.length,
    },
  }
}

const isBegun = ({ status }: Step): boolean => status.some((one) => one !== 'not-started')
