/** What each part of the plan shows in its card: only the beginning, enough to know what is there. */
import { toWhenWords } from '#wording/when-words.ts'
import { For, Match, Show, Switch } from 'solid-js'
import { toTalkLine } from '#wording/talk-lines.ts'
import { toWheelTitle } from '#wording/wheel-title.ts'
import { toSpokes } from '#wording/wheel-spokes.ts'
import { toName, toWhoName, toWhoWithin } from '#wording/names.ts'
import { toWrittenBy } from '#wording/written-by.ts'
import { LIKED_FORMS, type LikedForm } from '#domain/contact/contact.ts'
import { conversationsOf } from '#domain/conversations/conversations.ts'
import { settled } from '#domain/document/fields.ts'
import { sameList } from '#domain/document/memoize.ts'
import { inTime } from '#domain/document/moments.ts'
import { NAME_LIMIT, setMyName } from '#domain/plan/people.ts'
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
import { paths, toHref } from '#reactive/paths.ts'
import { AddLine } from '#ui/add-line.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Dotted } from '#ui/dotted.tsx'
import { AvatarGroup } from '#ui/avatar.tsx'
import { LineList } from '#ui/line-list.tsx'
import { WheelPicture } from '#ui/wheel/wheel.tsx'
import { GoalsPart } from './goals-part.tsx'

export const Part = (props: { name: SectionName }) => (
  <Switch>
    <Match when={props.name === 'story'}>
      <StoryPart />
    </Match>
    <Match when={props.name === 'wheel'}>
      <WheelPart />
    </Match>
    <Match when={props.name === 'goals'}>
      <GoalsPart />
    </Match>
    <Match when={props.name === 'conversations'}>
      <ConversationsPart />
    </Match>
    <Match when={props.name === 'contact'}>
      <ContactPart />
    </Match>
    <Match when={props.name === 'people'}>
      <PeoplePart />
    </Match>
  </Switch>
)

const Empty = (props: { of: SectionName }) => <p class="soft">{usePlanCopy()().overview.empty[props.of]}</p>

/** In characters: four lines on a phone. */
const STORY_BEGINNING = 160

const StoryPart = () => {
  const text = useStoryText()
  /** Whole words, without empty lines in between. */
  const beginning = () => {
    const dense = text().replaceAll(/\n+/g, '\n')
    return dense.length > STORY_BEGINNING
      ? `${dense.slice(0, STORY_BEGINNING).replace(/\S*$/u, '').trimEnd()} …`
      : dense
  }
  return (
    <Show when={text() !== ''} fallback={<Empty of="story" />}>
      <p class="ov-story" dir="auto" translate="no">
        {beginning()}
      </p>
    </Show>
  )
}

const WheelPart = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const partNames = usePartNames()
  const { shown, talk } = useLatestWheels()
  return (
    <Show when={shown()} fallback={<Empty of="wheel" />}>
      {(checkIn) => (
        <>
          <p class="soft" dir="auto">
            {toWheelTitle(copy(), checkIn(), plan, platform.now())}
          </p>
          <WheelPicture
            label={partNames().wheel}
            spokes={toSpokes(copy(), checkIn())}
            legend={{ now: '', talkAbout: copy().wheel.talkAbout, scale: copy().wheel.scale }}
          />
          <Show when={talk().length > 0}>
            <h3>{copy().wheel.talkAbout}</h3>
            <LineList
              lines={talk()
                .slice(0, SOME)
                .map((item) => toTalkLine(copy(), item, plan.members(), plan))}
            />
          </Show>
        </>
      )}
    </Show>
  )
}

const ConversationsPart = () => {
  const copy = usePlanCopy()
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
  return (
    <For each={words()} fallback={<Empty of="conversations" />}>
      {(line) => <p>{line}</p>}
    </For>
  )
}

const ContactPart = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const { cards } = useContactCards()
  const personFirst = usePersonFirst()
  const lines = () =>
    personFirst(cards())
      .slice(0, SOME)
      .flatMap((card) => {
        const gladly = LIKED_FORMS.filter((form) => settled(card.liking[form]) === 'yes')
        const forms = gladly.map((form) => copy().contact.forms[form as LikedForm])
        const who = toWhoName(copy(), card.who, plan.members())
        const said = card.cards.map(({ words }) => words).filter((words) => words !== '')
        if (forms.length === 0 && said.length === 0) return []
        const nameOf = (person: Who): string => toWhoWithin(copy(), person, plan.members())
        const by = toWrittenBy(copy(), { own: card.own, by: card.author }, nameOf)
        const line = forms.length > 0 ? copy().overview.changed(who, forms) : copy().overview.says(who, said.join(' '))
        const others = card.others.map((person) => nameOf({ person }))
        const also = said.length > 0 && others.length > 0 ? copy().goals.answers.alsoBy(others) : null
        return [[line, by, also].filter((words) => words !== null)]
      })
  return (
    <Show when={lines().length > 0} fallback={<Empty of="contact" />}>
      <ul class="ov-list">
        <For each={lines()}>
          {(line) => (
            <li dir="auto">
              <Dotted texts={line} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

const PeoplePart = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const nameless = () => plan.role() !== 'reader' && plan.members().some(({ me, name }) => me && name === '')
  return (
    <>
      <AvatarGroup faces={plan.members()} />
      <LineList lines={plan.members().map((member) => toName(copy(), member))} />
      <Show when={!plan.practice && plan.role() === 'owner' && plan.members().length === 1}>
        <LinkButton href={toHref(paths.invite(plan.id))}>{copy().people.invite}</LinkButton>
      </Show>
      <Show when={nameless()}>
        <AddLine
          add={copy().people.sayName}
          field="person/name"
          label={copy().people.yourName}
          hint={copy().start.yourNameHint}
          words={copy().goals}
          limit={NAME_LIMIT}
          onAdd={(name) => setMyName(plan.doc, plan.me, name, randomness)}
        />
      </Show>
    </>
  )
}
