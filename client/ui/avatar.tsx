/** A person as a coloured dot with an initial. Decoration only: the name is beside it, or in the group's label. */
import { For, Show } from 'solid-js'
import { Icon } from './icon.tsx'
import './avatar.css'

export type Face = { readonly name: string; readonly colour: number }
type Dot = { readonly name: string; readonly colour?: number; readonly here?: boolean }

/** A letter that does not combine with what follows. */
const PLAIN = /^\p{L}(?![\p{M}\p{Sk}\u200c\u200d])/u

/** The first letter as people see it, including its accent. Intl.Segmenter is slow on first use. */
const initialOf = (drawn: string): string => {
  const name = drawn.replace(/^[\s\p{Cf}]+/u, '') // the marks around a name of another direction
  if (name === '') return ''
  const [plain] = PLAIN.exec(name) ?? []
  if (plain !== undefined) return plain.toLocaleUpperCase()
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)
  return first?.segment.toLocaleUpperCase() ?? ''
}

/** Grey without a colour: of a person whose own is not known here. */
export const Avatar = (props: Dot) => (
  <span class="av" classList={{ 'av-here': props.here ?? false }} data-colour={props.colour} aria-hidden="true">
    <Show when={initialOf(props.name)} fallback={<Icon name="person" />}>
      {(initial) => initial()}
    </Show>
  </span>
)

const MOST_SHOWN = 4 // five dots of 40 px, overlapping by 10, leave room for a title at 320 px

export const AvatarGroup = (props: { faces: readonly Face[] }) => (
  <span class="av-group" aria-hidden="true">
    <For each={props.faces.slice(0, props.faces.length > MOST_SHOWN ? MOST_SHOWN - 1 : MOST_SHOWN)}>
      {(face) => <Avatar name={face.name} colour={face.colour} />}
    </For>
    <Show when={props.faces.length > MOST_SHOWN}>
      <span class="av av-more">+{props.faces.length - MOST_SHOWN + 1}</span>
    </Show>
  </span>
)
