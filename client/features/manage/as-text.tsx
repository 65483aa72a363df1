/** Copies the plan as plain text: choose parts, see the preview, one tap. */
import { For, Show, createMemo, createSignal } from 'solid-js'
import { toPlainText } from '#domain/exchange/plan-text-plain.ts'
import type { SectionName } from '#domain/plan/sections.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { usePlanTitle } from '#reactive/use-plan-title.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { ScrollBox } from '#ui/scroll-box.tsx'
import { usePlanParts } from './use-plan-parts.ts'

export const AsText = () => {
  const copy = useCopy()
  const [open, setOpen] = createSignal(false)
  return (
    <Show
      when={open()}
      fallback={
        <Button icon="copy" onClick={() => setOpen(true)}>
          {copy().takeOut.text.go}
        </Button>
      }
    >
      <Choice />
    </Show>
  )
}

const Choice = () => {
  const copy = useCopy()
  const planTitle = usePlanTitle()
  const platform = usePlatform()
  const readParts = usePlanParts()
  // A snapshot from when this was opened: the copied text is the previewed one.
  const parts = createMemo(() => readParts('now').filter(({ groups }) => groups.length > 0))
  const [without, setWithout] = createSignal<readonly SectionName[]>(
    parts()
      .filter(({ hidden }) => hidden)
      .map(({ id }) => id),
  )
  const chosen = () => parts().filter(({ id }) => !without().includes(id))
  const text = () => toPlainText(planTitle(), copy().paper.savedOn(platform.now()), chosen())
  return (
    <>
      <fieldset class="mg-parts">
        <legend>{copy().takeOut.text.parts}</legend>
        <For each={parts()}>
          {({ id, title }) => (
            <CheckBox
              label={title}
              checked={!without().includes(id)}
              onChange={(checked) =>
                setWithout((before) => (checked ? before.filter((one) => one !== id) : [...before, id]))
              }
            />
          )}
        </For>
      </fieldset>
      <Show when={chosen().length > 0} fallback={<p role="status">{copy().takeOut.text.nothing}</p>}>
        <p class="mg-seen">{copy().takeOut.text.preview}</p>
        <ScrollBox class="mg-preview" label={copy().takeOut.text.preview}>
          {/* Each line has its own text direction. */}
          <For each={text().split(/(?<=\n)/)}>{(line) => <bdi>{line}</bdi>}</For>
        </ScrollBox>
        <CopyButton
          wide
          label={copy().takeOut.text.copy}
          doneLabel={copy().general.copied}
          failedLabel={copy().general.copyFailed}
          onCopy={() => platform.copyText(text())}
        />
      </Show>
    </>
  )
}
