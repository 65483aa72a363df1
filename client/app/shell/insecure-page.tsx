/** Shown without https, where browsers offer no keys: says why nothing works, what is safe and what to do (quality.md, pitfall 2). */
import type { FirstCopy } from '#copy/languages.ts'
import { Logo } from '#ui/logo.tsx'
import './bare-page.css'

export const InsecurePage = (props: { copy: FirstCopy }) => (
  <main class="bp bp-words">
    <Logo />
    <h1>{props.copy.insecure.title}</h1>
    <p>{props.copy.insecure.text}</p>
    <p>
      <strong>{props.copy.insecure.next}</strong>
    </p>
  </main>
)
