/** All alarms of this plan: author, time, reason, what to do; and a file of them for whoever investigates. */
import { For, Show, createMemo, createSignal } from 'solid-js'
import { toFileName } from '#domain/exchange/export.ts'
import { type AlarmGroup, groupAlarms } from '#domain/plan/alarms.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useWhose } from '#reactive/use-whose.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { ScrollBox } from '#ui/scroll-box.tsx'
import { toAlarmFile } from './alarm-file.ts'

export const AlarmList = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const words = () => copy().alarms
  const groups = createMemo(() => groupAlarms(plan.alarms()))
  return (
    <Show when={groups().length > 0}>
      <Card title={words().title}>
        <p>
          {typeof plan.sharing().saved === 'string' && words().safe} {words().lead}
        </p>
        <ul class="mg-ways">
          <For each={groups()}>{(group) => <Told group={group} />}</For>
        </ul>
        <AsList />
      </Card>
    </Show>
  )
}

const Told = (props: { group: AlarmGroup }) => {
  const copy = useCopy()
  const whose = useWhose()
  const platform = usePlatform()
  const words = () => copy().alarms
  return (
    <li class="mg-way">
      <p class="mg-what">{words().told[props.group.name].what(whose(props.group.person))}</p>
      <p class="soft">{words().when(props.group.at, platform.now(), props.group.count)}</p>
      <p>{words().told[props.group.name].advice}</p>
      <For each={props.group.lost}>
        {(lost) => (
          <>
            <p>{words().lost}</p>
            <ScrollBox class="mg-preview" label={words().lost} foreign>
              {lost}
            </ScrollBox>
            <CopyButton
              label={words().copyLost}
              doneLabel={copy().general.copied}
              failedLabel={copy().general.copyFailed}
              onCopy={() => platform.copyText(lost)}
            />
          </>
        )}
      </For>
    </li>
  )
}

const AsList = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const whose = useWhose()
  const platform = usePlatform()
  const [saved, setSaved] = createSignal(false)
  const words = () => copy().alarms
  const save = async () => {
    const items = await plan.alarmItems()
    const savedOn = copy().paper.savedOn(platform.now())
    const text = toAlarmFile(copy(), plan.alarms(), { plan: plan.id, savedOn, items, whose })
    platform.saveFile({ name: toFileName(words().title, 'txt'), type: 'text/plain', text })
    setSaved(true)
  }
  return (
    <>
      <Button icon="file" onClick={() => void save()}>
        {words().save}
      </Button>
      <p class="soft">{words().saveNote}</p>
      <p class="mg-said soft" role="status">
        <Show when={saved()}>{copy().takeOut.saved}</Show>
      </p>
    </>
  )
}
