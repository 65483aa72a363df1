/** One point at a time, large enough for two people at a table; notes are written down, an agreement becomes a step. */
import { createSignal, Show } from 'solid-js'
import { type Conversation, setTalked } from '#domain/conversations/conversations.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Agreements } from './agreements.tsx'

export const Walk = (props: { conversation: Conversation; onClose: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const words = () => copy().conversations
  const points = () => props.conversation.points.filter((point) => point.aside === null)
  /** By id: a peer may insert a point before it meanwhile. */
  const [at, setAt] = createSignal(points().find((point) => !point.talked)?.id ?? points()[0]?.id)
  const place = () =>
    Math.max(
      0,
      points().findIndex(({ id }) => id === at()),
    )
  const point = () => points()[place()]
  const isLast = () => place() >= points().length - 1
  const go = (by: -1 | 1): void => void setAt(points()[place() + by]?.id ?? at())
  const talked = (yes: boolean): void => {
    const now = point()
    if (now === undefined) return
    setTalked(plan.doc, now.id, yes, platform)
    if (yes) go(1)
  }

  return (
    <>
      <Show when={point()} fallback={<p class="soft">{words().nothingPrepared}</p>}>
        {(present) => (
          <Card name={present().text} tone={present().talked ? 'soft' : 'plain'}>
            <div class="cv-now" aria-live="polite">
              <p class="soft">{words().place(place() + 1, points().length)}</p>
              <p class="cv-big" dir="auto" translate="no">
                {present().text}
              </p>
              <p class="soft">{present().talked ? words().talked : words().open}</p>
            </div>
            <div class="cv-buttons">
              <Show
                when={present().talked}
                fallback={
                  <Button look="main" icon="check" onClick={() => talked(true)}>
                    {words().talked}
                  </Button>
                }
              >
                <Button onClick={() => talked(false)}>{words().open}</Button>
              </Show>
              <Show when={points().length > 1}>
                <Button look="quiet" icon="back" busy={place() === 0} onClick={() => go(-1)}>
                  {words().earlier}
                </Button>
                <Button look="quiet" icon="next" busy={isLast()} onClick={() => go(1)}>
                  {words().next}
                </Button>
              </Show>
            </div>
          </Card>
        )}
      </Show>
      <Card name={words().notes}>
        <SharedText
          doc={plan.doc}
          kind="conversation"
          id={props.conversation.id}
          field="notes"
          label={words().notes}
          lines={3}
        />
      </Card>
      <Agreements conversation={props.conversation} />
      <Button look={point()?.talked !== false ? 'main' : 'second'} wide onClick={() => props.onClose()}>
        {words().toClose}
      </Button>
    </>
  )
}
