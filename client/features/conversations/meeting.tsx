/** The day and the form of this conversation, or of the next. Conflicting values are side by side. */
import { Show } from 'solid-js'
import { toDate } from '#copy/format/days-and-times.ts'
import { CONTACT_FORMS, type ContactForm } from '#domain/document/choices.ts'
import { type Conversation, setConversation } from '#domain/conversations/conversations.ts'
import { type Day, dayToMs, parseDay } from '#domain/document/days.ts'
import { settled } from '#domain/document/fields.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { ChooseOne } from '#ui/chips.tsx'
import { ChooseBetween } from '#ui/choose-between.tsx'
import { DayField } from '#ui/day-field.tsx'

export const Meeting = (props: { conversation: Conversation; next?: boolean }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const words = () => copy().conversations
  const days = () => (props.next ? props.conversation.nextDay : props.conversation.day)
  const forms = () => (props.next ? props.conversation.nextForm : props.conversation.form)
  const setDay = (day: Day | null): void =>
    setConversation(plan.doc, props.conversation.id, props.next ? { nextDay: day } : { day }, platform)
  const setForm = (form: ContactForm | null): void =>
    setConversation(plan.doc, props.conversation.id, props.next ? { nextForm: form } : { form }, platform)
  return (
    <>
      <Show
        when={days().length > 1}
        fallback={
          <DayField
            label={props.next ? words().nextDay : words().day}
            value={settled(days()) ?? ''}
            onChoose={(day) => setDay(parseDay(day))}
          />
        }
      >
        <ChooseBetween
          title={words().either.day}
          options={days().map((day) => ({
            label: day === null ? words().noChoice : toDate(copy().locale, dayToMs(day), platform.now()),
            onChoose: () => setDay(day),
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
    </>
  )
}

/** Nobody has a conversation on their own. */
const TALKING = CONTACT_FORMS.filter((form) => form !== 'alone')
