/** A sentence of which some pieces are links. */
import { For } from 'solid-js'
import './linked-line.css'

export type LinkedPiece = { readonly text: string; readonly href?: string | undefined }

export const LinkedLine = (props: { pieces: readonly LinkedPiece[] }) => (
  <For each={props.pieces}>
    {({ text, href }) =>
      href === undefined ? (
        text
      ) : (
        <a class="ll" href={href}>
          {text}
        </a>
      )
    }
  </For>
)
