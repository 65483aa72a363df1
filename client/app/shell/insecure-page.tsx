/** Shown without https, where browsers offer no keys: says why nothing works, what is safe and what to do (quality.md, pitfall 2). */
import type { Copy } from '#copy/nl.ts'
import { Mark } from '#ui/mark.tsx'
import './bare-page.css'

export const InsecurePage = (props: { copy: Copy }) => (
  <main class="bp bp-words">
    <Mark />
    <h1>{props.copy.insecure.title}</h1>
    <p>{props.copy.insecure.text}</p>
    <p>
      <strong>{props.copy.insecure.next}</strong>
    </p>
  </main>
)
