/** When, how and where of this conversation; of the next, when and how. Conflicting values are side by side. */
import { Show } from 'solid-js'
import { CONTACT_FORMS, type ContactForm } from '#domain/document/choices.ts'
import { type Conversation, PLACE_LIMIT, setConversation } from '#domain/conversations/conversations.ts'
import { clockOf } from '#domain/document/days.ts'
import { settled } from '#domain/document/fields.ts'
import { parseWhen, type When } from '#domain/document/when.ts'
import { useCalendar } from '#reactive/use-calendar.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { ChooseOne } from '#ui/chips.tsx'
import { ChooseBetween } from '#ui/choose-between.tsx'
import { KeptLine } from '#ui/kept-line.tsx'
import { WhenField } from '#ui/when-field.tsx'
import { toWhenWords } from '#wording/when-words.ts'
import { InCalendar } from './in-calendar.tsx'

export const Meeting = (props: { conversation: Conversation; next?: boolean }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const calendar = useCalendar()
  const words = () => copy().conversations
  const whens = () => (props.next ? props.conversation.nextWhen : props.conversation.when)
  const forms = () => (props.next ? props.conversation.nextForm : props.conversation.form)
  const clock = () => {
    const time = settled(whens())?.time ?? null
    return time === null ? '' : clockOf(time)
  }
  const setWhen = (when: When | null): void =>
    setConversation(plan.doc, props.conversation.id, props.next ? { nextWhen: when } : { when }, platform)
  const setForm = (form: ContactForm | null): void =>
    setConversation(plan.doc, props.conversation.id, props.next ? { nextForm: form } : { form }, platform)
  const events = () => (props.next ? calendar.ofNext : calendar.ofConversation)(props.conversation)
  return (
    <>
      <Show
        when={whens().length > 1}
        fallback={
          <WhenField
            label={props.next ? words().nextDay : words().day}
            timeLabel={words().time}
            day={settled(whens())?.day ?? ''}
            time={clock()}
            onChoose={(day, time) => setWhen(parseWhen(day, time))}
          />
        }
      >
        <ChooseBetween
          title={words().either.when}
          options={whens().map((when) => ({
            label: when === null ? words().noChoice : toWhenWords(copy(), when, platform.now()),
            onChoose: () => setWhen(when),
          }))}
        />
      </Show>
      <Show
        when={forms().length > 1}
        fallback={
          <ChooseOne
            legend={props.next ? words().nextForm : words().form}
            chips={TALKING.map((form) => ({ value: form, label: words().forms[form] }))}
            value={settled(forms())}
            onChoose={setForm}
          />
        }
      >
        <ChooseBetween
          title={words().either.form}
          options={forms().map((form) => ({
            label: form === null ? words().noChoice : words().forms[form],
            onChoose: () => setForm(form),
          }))}
        />
      </Show>
      <Show when={!props.next}>
        <Place conversation={props.conversation} />
      </Show>
      <InCalendar events={events()} />
    </>
  )
}

/** Nobody has a conversation on their own. */
const TALKING = CONTACT_FORMS.filter((form) => form !== 'alone')

const Place = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const words = () => copy().conversations
  return (
    <KeptLine
      label={words().where}
      aside={copy().general.notNeeded}
      field={`conversation/${props.conversation.id}/place`}
      limit={PLACE_LIMIT}
      values={props.conversation.place.map((place) => place ?? '')}
      either={{ title: words().either.place, none: words().noChoice }}
      mayKeep={plan.role() !== 'reader'}
      onSave={(place) => setConversation(plan.doc, props.conversation.id, { place: place || null }, platform)}
    />
  )
}
