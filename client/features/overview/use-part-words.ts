/** What each part of the plan shows in its card, as plain words: only the beginning, enough to know what is there. */
import { type Accessor, createMemo } from 'solid-js'
import { toWhenWords } from '#wording/when-words.ts'
import { toTalkAbout } from '#wording/talk-about.ts'
import { toTalkLine } from '#wording/talk-lines.ts'
import { toWheelTitle } from '#wording/wheel-title.ts'
import { toSpokes } from '#wording/wheel-spokes.ts'
import { toName, toWhoName, toWhoWithin } from '#wording/names.ts'
import { toWrittenBy } from '#wording/written-by.ts'
import { LIKED_FORMS, type LikedForm, WEEKDAYS } from '#domain/contact/contact.ts'
import { conversationsOf } from '#domain/conversations/conversations.ts'
import { settled } from '#domain/document/fields.ts'
import { sameList } from '#domain/document/memoize.ts'
import { inTime } from '#domain/document/moments.ts'
import type { Who } from '#domain/plan/who.ts'
import type { SectionName } from '#domain/plan/sections.ts'
import { useContactCards } from '#reactive/use-contact-cards.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useLatestWheels } from '#reactive/use-latest-wheels.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePartNames } from '#reactive/use-sections.ts'
import { usePersonFirst } from '#reactive/use-whose-plan.ts'
import { useStoryText } from '#reactive/use-story-text.ts'
import { SOME } from '#reactive/use-some.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTimes } from '#reactive/use-times.ts'
import type { Block } from './blocks.tsx'
import { useGoalsWords } from './use-goals-words.ts'

type Words = Accessor<readonly Block[]>

/** Equal words are the same: what is drawn of them stays. */
export const usePartWords = (name: SectionName): Words =>
  createMemo(PARTS[name](), undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) })

const useEmpty = (of: SectionName): Words => {
  const copy = usePlanCopy()
  return () => [{ is: 'soft', text: copy().overview.empty[of] }]
}

/** In characters: four lines on a phone. */
const STORY_BEGINNING = 160

const useStoryWords = (): Words => {
  const empty = useEmpty('story')
  const text = useStoryText()
  /** Whole words, without empty lines in between. */
  const beginning = () => {
    const dense = text().replaceAll(/\n+/g, '\n')
    return dense.length > STORY_BEGINNING
      ? `${dense.slice(0, STORY_BEGINNING).replace(/\S*$/u, '').trimEnd()} …`
      : dense
  }
  return () => (text() === '' ? empty() : [{ is: 'story', text: beginning() }])
}

const useWheelWords = (): Words => {
  const copy = usePlanCopy()
  const empty = useEmpty('wheel')
  const plan = useOpenPlan()
  const platform = usePlatform()
  const partNames = usePartNames()
  const { shown, talk } = useLatestWheels()
  return () => {
    const checkIn = shown()
    if (checkIn === undefined) return empty()
    const { scale } = copy().wheel
    const talkAbout = toTalkAbout(copy(), [checkIn], plan)
    const lines = talk()
      .slice(0, SOME)
      .map((item) => toTalkLine(copy(), item, plan.members(), plan))
    const toTalk: readonly Block[] = [
      { is: 'heading', text: toTalkAbout(copy(), talk(), plan) },
      { is: 'lines', lines },
    ]
    return [
      { is: 'soft', text: toWheelTitle(copy(), checkIn, plan, platform.now()) },
      {
        is: 'wheel',
        label: partNames().wheel,
        spokes: toSpokes(copy(), checkIn, null, '', talkAbout),
        talkAbout,
        scale,
      },
      ...(lines.length > 0 ? toTalk : []),
    ]
  }
}

const useConversationsWords = (): Words => {
  const copy = usePlanCopy()
  const empty = useEmpty('conversations')
  const platform = usePlatform()
  const times = useTimes()
  const all = usePlanState((state) => inTime(conversationsOf(state), times()), sameList)
  const inView = () => all().filter((conversation) => conversation.aside === null)
  /** The conversation in preparation, otherwise the agreements of the last one. */
  const words = () => {
    const coming = inView().find((conversation) => !conversation.held)
    const last = coming ?? inView()[0]
    if (last === undefined) return []
    const at = settled(coming === undefined ? last.nextWhen : last.when)
    const form = settled(coming === undefined ? last.nextForm : last.form)
    const when = [
      ...(at === null ? [] : [copy().conversations.titleOn(toWhenWords(copy(), at, platform.now()))]),
      ...(form === null ? [] : [copy().conversations.forms[form]]),
    ].join(' · ')
    const points = coming?.points.filter((point) => point.aside === null).length ?? 0
    return [when, points === 0 ? '' : copy().conversations.points(points)].filter((line) => line !== '')
  }
  return () => (words().length === 0 ? empty() : words().map((text) => ({ is: 'text', text })))
}

const useContactWords = (): Words => {
  const copy = usePlanCopy()
  const empty = useEmpty('contact')
  const plan = useOpenPlan()
  const { cards } = useContactCards()
  const personFirst = usePersonFirst()
  const sayings = () =>
    personFirst(cards())
      .slice(0, SOME)
      .flatMap((card) => {
        const gladly = LIKED_FORMS.filter((form) => settled(card.liking[form]) === 'yes')
        const forms = gladly.map((form) => copy().contact.forms[form as LikedForm])
        const who = toWhoName(copy(), card.who, plan.members())
        const said = card.cards.map(({ words }) => words).filter((words) => words !== '')
        const not = LIKED_FORMS.flatMap((form) => {
          const liking = settled(card.liking[form])
          return liking === 'no' || liking === 'rather-not'
            ? [copy().contact.says(copy().contact.forms[form as LikedForm], copy().contact.likings[liking])]
            : []
        })
        const days = WEEKDAYS.filter((day) => card.times[day].length > 0).map((day) => copy().contact.days[day])
        const first = [forms, not, days].find((one) => one.length > 0) ?? []
        if (first.length === 0 && said.length === 0) return []
        const nameOf = (person: Who): string => toWhoWithin(copy(), person, plan.members())
        const by = toWrittenBy(copy(), { own: card.own, by: card.author }, nameOf)
        const saysOnly = forms.length === 0 && said.length > 0
        const line = saysOnly ? copy().overview.says(who, said.join(' ')) : copy().overview.changed(who, first)
        const others = card.others.map((person) => nameOf({ person }))
        const also = said.length > 0 && others.length > 0 ? copy().goals.answers.alsoBy(others) : null
        return [[line, ...(saysOnly || first === forms ? not : []), by, also].filter((words) => words !== null)]
      })
  return () => (sayings().length === 0 ? empty() : [{ is: 'sayings', sayings: sayings() }])
}

const usePeopleWords = (): Words => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  return () => [
    { is: 'faces', faces: plan.members().map(({ name, colour }) => ({ name, colour })) },
    { is: 'lines', lines: plan.members().map((member) => toName(copy(), member)) },
  ]
}

const PARTS: Readonly<Record<SectionName, () => Words>> = {
  story: useStoryWords,
  wheel: useWheelWords,
  goals: useGoalsWords,
  conversations: useConversationsWords,
  contact: useContactWords,
  people: usePeopleWords,
}
