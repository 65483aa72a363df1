/** One screen: one heading, one sentence in plain words, the thing itself. Takes the focus when it appears, so that it is read. */
import { Show, onMount, type ParentProps } from 'solid-js'
import './screen.css'

export const Screen = (props: ParentProps<{ title: string; lead?: string | undefined }>) => {
  let heading!: HTMLHeadingElement
  onMount(() => {
    // To the top and not only to the heading: a warning may stand above it.
    document.documentElement.scrollTop = 0
    heading.focus({ preventScroll: true })
  })
  return (
    <main class="sc" id="content">
      <div class="sc-head">
        <h1 ref={heading} tabindex="-1">
          {props.title}
        </h1>
        <Show when={props.lead}>{(lead) => <p>{lead()}</p>}</Show>
      </div>
      {props.children}
    </main>
  )
}
