/** A raised sheet of paper. `warm` asks for attention without alarm; `soft` is agreement. */
import { Show, type ParentProps } from 'solid-js'
import './card.css'

export const Card = (props: ParentProps<{ title?: string; tone?: 'plain' | 'warm' | 'soft' }>) => (
  <section class="cd" classList={{ [`cd-${props.tone ?? 'plain'}`]: true }}>
    <Show when={props.title}>{(title) => <h2>{title()}</h2>}</Show>
    {props.children}
  </section>
)
