/**
 * A raised sheet of paper. `warm` asks for attention without alarm; `soft` means agreement. Each can be read aloud by
 * itself.
 */
import { Show, type ParentProps } from 'solid-js'
import { ReadAloudButton } from './read-aloud.tsx'
import './card.css'

/** A card without a title still has a name, which tells screen reader users what can be read aloud. */
type Named = { title: string; name?: never } | { title?: never; name: string }

/** `place`: a name, for links that lead to it. */
export const Card = (props: ParentProps<Named & { tone?: 'plain' | 'warm' | 'soft'; place?: string }>) => {
  let card!: HTMLElement
  return (
    <section ref={card} class="cd" classList={{ [`cd-${props.tone ?? 'plain'}`]: true }} data-place={props.place}>
      <Show when={props.title} fallback={<ReadAloudButton name={props.name} />}>
        {(title) => (
          <div class="cd-title">
            <h2>{title()}</h2>
            <ReadAloudButton root={() => card} name={title()} />
          </div>
        )}
      </Show>
      {props.children}
    </section>
  )
}
