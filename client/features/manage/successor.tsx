/** A plan that is nearly full, or whose log has forked, goes on in a new one with the same content. */
import { createSignal, Show } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { fillSuccessor, successorOf, setSuccessor } from '#domain/plan/successor.ts'
import { setOrigin } from '#domain/plan/origin.ts'
import { isFull, useDevice } from '#reactive/use-device.ts'
import { paths } from '#reactive/paths.ts'
import { mayGoOn } from '#reactive/successor.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState, useTitles } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const Successor = () => {
  const copy = useCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const titles = useTitles()
  const navigate = useNavigate()
  const platform = usePlatform()
  const successor = usePlanState((state) => successorOf(state, plan))
  const [state, setState] = createSignal<'ready' | 'busy' | 'full' | 'failed'>('ready')
  const words = () => copy().manage.successor

  const begin = async () => {
    setState('busy')
    try {
      const fill = (doc: OpenPlan['doc']): void => {
        fillSuccessor(plan.doc, doc)
        setOrigin(doc, { from: 'plan', at: platform.now() }, platform)
      }
      const id = await device.startPlan({
        title: titles()[0] ?? '',
        name: '',
        forWhom: plan.planPerson() === plan.me ? 'me' : 'someone',
        fill,
      })
      setSuccessor(plan.doc, id, platform)
      navigate(paths.plan(id))
    } catch (error) {
      setState(isFull(error) ? 'full' : 'failed')
    }
  }
  return (
    <Show when={mayGoOn(plan) && successor() === null}>
      <Card title={words().title}>
        <p>{words().text}</p>
        <p>{words().after}</p>
        <Show when={state() === 'full' || state() === 'failed'}>
          <Banner urgent title={state() === 'full' ? copy().start.full : copy().start.failed} />
        </Show>
        <Button look="main" busy={state() === 'busy'} onClick={() => void begin()}>
          {words().go}
        </Button>
      </Card>
    </Show>
  )
}
