/** Starts a plan: for whom, and two names that may stay as they are. */
import { Show, createSignal } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { isFull, keepMyName, useDevice } from '#reactive/use-device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { createChoiceDraft, createDraft } from '#ui/draft.ts'
import { Form } from '#ui/form.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { Screen } from '#ui/screen.tsx'
import { TextField } from '#ui/text-field.tsx'

type ForWhom = 'me' | 'someone'

/** In characters, as elsewhere. */
const LIMITS = { title: 120, name: 40 }

export const StartScreen = () => {
  const copy = usePlanCopy()
  const device = useDevice()
  const navigate = useNavigate()
  const [chosen, choose, clearChoice] = createChoiceDraft(() => 'start/for-whom')
  const forWhom = (): ForWhom => (chosen() === 'someone' ? 'someone' : 'me')
  const title = createDraft(() => 'start/title', {
    limit: LIMITS.title,
    saved: () => (forWhom() === 'me' ? copy().start.defaultMine : copy().start.defaultTheirs),
  })
  const name = createDraft(() => 'start/name', { limit: LIMITS.name, saved: () => device.home.me().name ?? '' })
  const [state, setState] = createSignal<'ready' | 'busy' | 'full' | 'failed'>('ready')

  const start = async () => {
    setState('busy')
    try {
      const id = await device.startPlan({ title: title.text().trim(), name: name.text().trim(), forWhom: forWhom() })
      const whose = forWhom()
      keepMyName(device, name.text())
      for (const clear of [title.clear, name.clear, clearChoice]) clear()
      // A plan for somebody else continues with inviting them; replaced, so that "back" creates no second plan.
      if (whose === 'me') navigate(paths.plan(id), { replace: true })
      else navigate(paths.invite(id), { replace: true, state: { handOver: true } })
    } catch (error) {
      setState(isFull(error) ? 'full' : 'failed')
    }
  }

  return (
    <Screen title={copy().start.title} lead={copy().start.lead}>
      <Form onSubmit={() => void start()}>
        <RadioCards
          legend={copy().start.forWhom}
          value={forWhom()}
          onChoose={choose}
          choices={[
            { value: 'me', title: copy().start.forMe, text: copy().start.forMeText, icon: 'person' },
            { value: 'someone', title: copy().start.forSomeone, text: copy().start.forSomeoneText, icon: 'people' },
          ]}
        />
        <TextField label={copy().start.planName} draft={title} />
        <TextField
          label={copy().start.yourName}
          aside={copy().general.notNeeded}
          hint={copy().start.yourNameHint}
          draft={name}
        />
        <Show when={state() === 'full' || state() === 'failed'}>
          <Banner urgent title={state() === 'full' ? copy().start.full : copy().start.failed} />
        </Show>
        <Button look="main" wide type="submit" busy={state() === 'busy'}>
          {copy().start.go}
        </Button>
      </Form>
      <Show when={device.plans().length === 0}>
        <LinkButton look="quiet" href={toHref(paths.card)}>
          {copy().card.home}
        </LinkButton>
      </Show>
    </Screen>
  )
}
