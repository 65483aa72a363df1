/** The content of a file, before anything is created from it. */
import { For, Show, createSignal } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { toTitle } from '#wording/names.ts'
import { toDrawnName } from '#domain/plan/names.ts'
import { isOutcome } from '#domain/goals/endings.ts'
import type { PlanData } from '#domain/exchange/export-data.ts'
import { fillPlan } from '#domain/exchange/import-plan.ts'
import { ENTITY_KINDS } from '#domain/document/plan-doc.ts'
import { isFull, useDevice } from '#reactive/use-device.ts'
import { paths } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Form } from '#ui/form.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

const NOBODY = 'nobody'

export const Preview = (props: { plan: PlanData }) => {
  const copy = useCopy()
  const device = useDevice()
  const navigate = useNavigate()
  const platform = usePlatform()
  const words = () => copy().takeOut.import
  const [who, setWho] = createSignal(props.plan.people.length === 0 ? NOBODY : '')
  const [state, setState] = createSignal<'ready' | 'missing' | 'busy' | 'full' | 'failed'>('ready')

  const contents = (): readonly string[] => [
    ...(props.plan.story.length > 0 ? [words().story] : []),
    ...ENTITY_KINDS.map((kind) => ({ kind, count: Object.keys(props.plan.entities[kind]).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => words()[kind](count)),
  ]
  /** The log is not in the file, and with it the authors: otherwise a file could put words in somebody's mouth. */
  const missing = (): readonly string[] => {
    const { values } = props.plan
    /** An ending that was agreed on is imported as the status. */
    const isOpen = (key: string): boolean => !values[key.replace(/ending$/, 'status')]?.some(isOutcome)
    const endings = Object.entries(values).filter(
      ([key, several]) => /^goal:.*\/ending$/.test(key) && several.some((value) => value !== null) && isOpen(key),
    ).length
    return [words().left.writers, words().left.history, ...(endings > 0 ? [words().left.endings(endings)] : [])]
  }
  const make = async () => {
    if (who() === '') {
      setState('missing')
      return
    }
    setState('busy')
    const me = props.plan.people.find(({ person }) => person === who())
    try {
      const id = await device.startPlan({
        title: props.plan.title,
        name: me?.name ?? '',
        forWhom: 'me',
        fill: (doc, self) =>
          fillPlan(doc, props.plan, { me: self, as: me?.person ?? null, nameless: copy().general.nameless }, platform),
      })
      navigate(paths.plan(id))
    } catch (error) {
      setState(isFull(error) ? 'full' : 'failed')
    }
  }

  return (
    <Card title={toTitle(copy(), props.plan.title)}>
      <p>{words().savedOn(props.plan.savedAt)}</p>
      <Show when={contents().length > 0} fallback={<p>{words().empty}</p>}>
        <h3>{words().inside}</h3>
        <ul class="im-inside">
          <For each={contents()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <p>{words().means}</p>
      <h3>{words().notInside}</h3>
      <ul class="im-inside">
        <For each={missing()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Form onSubmit={() => void make()}>
        <Show when={props.plan.people.length > 0}>
          <RadioCards
            legend={words().who}
            value={who()}
            choices={[
              ...props.plan.people.map(({ person, name }) => ({
                value: person,
                title: toDrawnName(name) || copy().general.nameless,
              })),
              { value: NOBODY, title: words().nobody },
            ]}
            onChoose={(value) => {
              setWho(value)
              setState('ready')
            }}
          />
        </Show>
        <div role="alert">
          <Show when={state() === 'missing'}>
            <p class="im-missing">{words().whoMissing}</p>
          </Show>
          <Show when={state() === 'full' || state() === 'failed'}>
            <Banner title={words().failed.title}>
              <p>{state() === 'full' ? copy().start.full : words().failed.text}</p>
            </Banner>
          </Show>
        </div>
        <Button look="main" wide type="submit" busy={state() === 'busy'}>
          {state() === 'busy' ? copy().general.busy : words().go}
        </Button>
      </Form>
    </Card>
  )
}
