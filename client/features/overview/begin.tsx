/** The guided way from a question to a first small step: which of the four things exist, and one button to the next. */
import { For, Show } from 'solid-js'
import { type Begun, nextPiece, PIECES, type Piece } from '#domain/overview/beginning.ts'
import { toBeginWords } from '#wording/whose-plan.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useWhosePlan } from '#reactive/use-whose-plan.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Icon } from '#ui/icon.tsx'

export const isEmpty = (begun: Begun): boolean => !PIECES.some((piece) => begun[piece])

export const Begin = (props: { begun: Begun; to: (piece: Piece) => string }) => {
  const copy = usePlanCopy()
  const whose = useWhosePlan()
  const words = () => toBeginWords(copy(), whose())
  const next = () => nextPiece(props.begun) ?? 'step'
  return (
    <Show when={!props.begun.step}>
      <Card tone="soft" title={copy().overview.begin.title}>
        <p>{copy().overview.begin.text}</p>
        <ol class="ov-begin">
          <For each={PIECES}>
            {(piece, index) => (
              <li class="ov-piece" classList={{ 'ov-now': piece === next() }}>
                <span class="ov-number" aria-hidden="true">
                  <Show when={props.begun[piece]} fallback={index() + 1}>
                    <Icon name="check" />
                  </Show>
                </span>
                <span>
                  {words().parts[piece]}
                  <Show when={props.begun[piece]}>
                    <span class="soft">{` (${copy().overview.begin.done})`}</span>
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ol>
        <LinkButton look="main" wide href={props.to(next())}>
          {words().go[next()]}
        </LinkButton>
      </Card>
    </Show>
  )
}
