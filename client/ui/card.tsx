/** A raised sheet of paper. `warm` asks for attention without alarm; `soft` is agreement. What has a title can be read aloud by itself. */
import { Show, type ParentProps } from 'solid-js'
import { ReadAloudButton } from './read-aloud.tsx'
import './card.css'

export const Card = (props: ParentProps<{ title?: string; tone?: 'plain' | 'warm' | 'soft' }>) => {
  let card!: HTMLElement
  return (
    <section ref={card} class="cd" classList={{ [`cd-${props.tone ?? 'plain'}`]: true }}>
      <Show when={props.title}>
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
