/** About this plan: its title, exports, archiving, deleting from this device, leaving and closing. */
import { Show } from 'solid-js'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Screen } from '#ui/screen.tsx'
import { ChooseTitle } from './choose-title.tsx'
import { GoOnAlone } from './go-on-alone.tsx'
import { LeavePlan } from './leave-plan.tsx'
import { Rename } from './rename.tsx'
import { Successor } from './successor.tsx'
import { TakeOff } from './take-off.tsx'
import { AlarmList } from './alarm-list.tsx'
import { ExportChoices } from './export-choices.tsx'
import './manage.css'

export const ManageScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  return (
    <Screen title={copy().manage.title} lead={plan.practice ? copy().practice.manage : copy().manage.lead}>
      <AlarmList />
      <Show when={plan.role() !== 'reader'}>
        <ChooseTitle />
        <Rename />
      </Show>
      <Successor />
      <GoOnAlone />
      <ExportChoices />
      {/* The practice plan is in no list, and restarts from its overview. */}
      <Show when={!plan.practice}>
        <Archive />
        <TakeOff />
        <LeavePlan />
      </Show>
    </Screen>
  )
}

const Archive = () => {
  const copy = useCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const isArchived = () => device.plans().find(({ id }) => id === plan.id)?.archived ?? false
  return (
    <Card title={copy().manage.archive.title}>
      <p role="status">{isArchived() ? copy().manage.archive.isArchived : copy().manage.archive.text}</p>
      <Button icon="archive" onClick={() => void device.setArchived(plan.id, !isArchived())}>
        {isArchived() ? copy().manage.archive.back : copy().manage.archive.go}
      </Button>
    </Card>
  )
}
