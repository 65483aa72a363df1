/**
 * A new plan from this device's copy, where nobody is in charge any more or the plan was closed: a lost device must not end what
 * several people wrote. The old plan is left as it is, and names no successor: only an owner may redirect others.
 */
import { Show, createSignal } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { fillSuccessor } from '#domain/plan/successor.ts'
import { isFull, useDevice } from '#reactive/use-device.ts'
import { paths } from '#reactive/paths.ts'
import { mayGoOn } from '#reactive/successor.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useTitles } from '#reactive/use-plan-state.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Fold } from '#ui/fold.tsx'

export const GoOnAlone = () => {
  const copy = useCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const titles = useTitles()
  const navigate = useNavigate()
  const [state, setState] = createSignal<'ready' | 'busy' | 'full' | 'failed'>('ready')
  const words = () => copy().circle.goOn
  const isClosed = () => plan.ended()?.how === 'closed'
  const isOffered = () => !plan.practice && !mayGoOn(plan) && (isClosed() || plan.role() === 'editor')

  const begin = async () => {
    setState('busy')
    try {
      const fill = (doc: OpenPlan['doc']): void => fillSuccessor(plan.doc, doc)
      // Not "for me": whose plan it is, is not for whoever goes on with it to say.
      navigate(paths.plan(await device.startPlan({ title: titles()[0] ?? '', name: '', forWhom: 'someone', fill })))
    } catch (error) {
      setState(isFull(error) ? 'full' : 'failed')
    }
  }
  const offer = () => (
    <>
      <p>{isClosed() ? words().afterClosing : words().text}</p>
      <p>{words().after}</p>
      <Show when={state() === 'full' || state() === 'failed'}>
        <Banner urgent title={state() === 'full' ? copy().start.full : copy().start.failed} />
      </Show>
      <Button busy={state() === 'busy'} onClick={() => void begin()}>
        {words().go}
      </Button>
    </>
  )
  return (
    <Show when={isOffered()}>
      <Show when={isClosed()} fallback={<Fold title={words().title}>{offer()}</Fold>}>
        <Card title={copy().manage.successor.title}>{offer()}</Card>
      </Show>
    </Show>
  )
}
