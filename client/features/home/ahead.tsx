/** The way to what the days ahead hold in all plans, once any of them holds something. */
import { createMemo, Show } from 'solid-js'
import { daysAhead } from '#domain/agenda/days-ahead.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useToday } from '#reactive/use-today.ts'
import { LinkButton } from '#ui/button.tsx'
import { isGoingOn } from '#wording/agenda-words.ts'

export const Ahead = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  const today = useToday()
  const ahead = createMemo(() => daysAhead(device.plans().filter(isGoingOn), today()))
  const due = () => ahead().late.length + (ahead().days[0]?.rows.length ?? 0)
  const holds = () => due() + ahead().days.length - 1 + ahead().later.length > 0
  return (
    <Show when={holds()}>
      <LinkButton wide icon="calendar" href={toHref(paths.today)}>
        {copy().today.link(due())}
      </LinkButton>
    </Show>
  )
}
