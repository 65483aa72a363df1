/** All exports, each with what it is for and who will see it. */
import { Show, createSignal, type ParentProps } from 'solid-js'
import { useCopy } from '#reactive/use-copy.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { AsFhir } from './as-fhir.tsx'
import { AsText } from './as-text.tsx'
import { usePlanFile } from './use-plan-file.ts'

export const ExportChoices = () => {
  const copy = useCopy()
  const platform = usePlatform()
  const words = () => copy().takeOut
  return (
    <Card title={words().title} place="take-out">
      <p>{words().lead}</p>
      <ul class="mg-ways">
        <Way {...words().print}>
          <Button icon="print" onClick={() => platform.print()}>
            {words().print.go}
          </Button>
        </Way>
        <Way {...words().text}>
          <AsText />
        </Way>
        <Way {...words().file}>
          <AsFile />
        </Way>
        <Way {...words().fhir}>
          <AsFhir />
        </Way>
      </ul>
    </Card>
  )
}

const Way = (props: ParentProps<{ title: string; use: string; seen: string }>) => (
  <li class="mg-way">
    <h3>{props.title}</h3>
    <p>{props.use}</p>
    <p class="soft">{props.seen}</p>
    {props.children}
  </li>
)

const AsFile = () => {
  const copy = useCopy()
  const file = usePlanFile()
  const [saved, setSaved] = createSignal(false)
  const save = () => {
    file.save()
    setSaved(true)
  }
  return (
    <>
      <Button icon="file" onClick={save}>
        {copy().manage.keep.file}
      </Button>
      <p class="mg-said soft" role="status">
        <Show when={saved()}>{copy().takeOut.saved}</Show>
      </p>
    </>
  )
}
