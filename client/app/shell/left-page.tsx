/** The page that "back" shows after leaving fast: empty but for one button. No name, no logo, nothing of a plan. */
import type { Copy } from '#copy/nl.ts'
import './bare-page.css'

export const LeftPage = (props: { copy: Copy; onOpen: () => void }) => (
  <main class="bp">
    <h1 class="only-heard">{props.copy.left.title}</h1>
    <button class="bp-open" type="button" onClick={() => props.onOpen()}>
      {props.copy.left.open}
    </button>
  </main>
)
