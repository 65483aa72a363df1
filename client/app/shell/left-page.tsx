/** The page that "back" shows after leaving fast: empty but for one button. No name, no logo, nothing of a plan. */
import type { FirstCopy } from '#copy/languages.ts'
import './bare-page.css'

export const LeftPage = (props: { copy: FirstCopy; onOpen: () => void }) => (
  <main class="bp">
    <h1 class="only-heard">{props.copy.left.title}</h1>
    <button class="bp-open" type="button" onClick={() => props.onOpen()}>
      {props.copy.left.open}
    </button>
  </main>
)
