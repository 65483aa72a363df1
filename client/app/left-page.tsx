/** What "back" brings after leaving fast: an empty page and one button. No name, no mark, nothing of a plan. */
import { nl } from '#copy/nl.ts'
import './bare-page.css'

export const LeftPage = (props: { onOpen: () => void }) => (
  <main class="bp">
    <button class="bp-open" type="button" onClick={() => props.onOpen()}>
      {nl.left.open}
    </button>
  </main>
)
