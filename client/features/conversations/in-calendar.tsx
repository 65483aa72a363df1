/** A conversation, or the next contact, in the person's own calendar; nothing where there is no day to put in. */
import { Show } from 'solid-js'
import type { CalendarEvent } from '#domain/goals/calendar.ts'
import { useCalendar } from '#reactive/use-calendar.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { Fold } from '#ui/fold.tsx'
import { ToCalendar } from '#ui/to-calendar.tsx'

export const InCalendar = (props: { events: readonly CalendarEvent[] }) => {
  const copy = useCopy()
  const words = () => copy().goals.calendar
  const { save } = useCalendar()
  return (
    <Show when={props.events[0]}>
      {(event) => (
        <Fold title={words().fold}>
          <ToCalendar
            label={words().one}
            name={words().oneOf(event().words)}
            words={words()}
            onSave={() => save(props.events)}
          />
        </Fold>
      )}
    </Show>
  )
}
