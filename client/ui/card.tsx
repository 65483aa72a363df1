/**
 * A raised sheet of paper. `warm` asks for attention without alarm; `soft` means agreement. Each can be read aloud by
 * itself.
 */
import { Show, type ParentProps } from 'solid-js'
import { Folding } from './fold.tsx'
import { ReadAloudButton } from './read-aloud.tsx'
import './card.css'

/** A card without a title still has a name, which tells screen reader users what can be read aloud. */
type Named = { title: string; name?: never } | { title?: never; name: string }

/** `place`: a name, for links that lead to it. */
export const Card = (props: ParentProps<Named & { tone?: 'plain' | 'warm' | 'soft'; place?: string }>) => (
  <section class="cd" classList={{ [`cd-${props.tone ?? 'plain'}`]: true }} data-place={props.place}>
    <ReadAloudButton name={props.title ?? props.name ?? ''} />
    <Show when={props.title}>{(title) => <h2>{title()}</h2>}</Show>
    {props.children}
  </section>
)

/** A card of which only the title is seen until somebody asks for it, or words were found in it. One thing at a time. */
export const FoldedCard = (props: ParentProps<{ title: string }>) => (
  <Folding class="cd cd-folded" title={<h2>{props.title}</h2>}>
    <div class="cd-inside">{props.children}</div>
  </Folding>
)
