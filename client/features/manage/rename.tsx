/** The plan's title. Written when it is saved, not at every keystroke: each write stays in the history. */
import { Show, createSignal } from 'solid-js'
import { TITLE_LIMIT } from '#domain/document/plain.ts'
import { setTitle } from '#domain/plan/plan.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useTitles } from '#reactive/use-plan-state.ts'
import { usePlanTitle } from '#reactive/use-plan-title.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { createDraft } from '#ui/draft.ts'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

export const Rename = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  const shown = usePlanTitle()
  const platform = usePlatform()
  const title = createDraft(() => 'plan/title', { limit: TITLE_LIMIT, saved: () => (titles()[0] ? shown() : '') })
  const [saved, setSaved] = createSignal(false)

  const save = () => {
    setTitle(plan.doc, title.text().trim(), platform)
    title.clear()
    setSaved(true)
  }

  return (
    <Card title={copy().manage.name.title}>
      <Form onSubmit={save}>
        <TextField label={copy().manage.name.label} draft={title} onInput={() => setSaved(false)} />
        <div class="mg-row">
          <Button type="submit">{copy().manage.name.save}</Button>
          <p class="soft" role="status">
            <Show when={saved()}>{copy().manage.name.saved}</Show>
          </p>
        </div>
      </Form>
    </Card>
  )
}
