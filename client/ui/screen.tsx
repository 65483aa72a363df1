/**
 * One screen: one heading, one sentence in plain words, its content. Takes the focus when it appears, so that screen
 * readers read it.
 */
import { Show, onMount, type ParentProps } from 'solid-js'
import { createFields, FieldsContext } from './fields.ts'
import { ReadScreen } from './read-aloud.tsx'
import './screen.css'

/** `written`: the title is people's own words, which no browser translates. */
export const Screen = (props: ParentProps<{ title: string; written?: boolean; lead?: string | undefined }>) => {
  let main!: HTMLElement
  let heading!: HTMLHeadingElement
  onMount(() => {
    // Scrolls to the top and not only to the heading: a warning may be above it.
    document.documentElement.scrollTop = 0
    heading.focus({ preventScroll: true })
  })
  return (
    <main ref={main} class="sc" id="content">
      <div class="sc-head">
        <h1 ref={heading} tabindex="-1" translate={props.written ? 'no' : undefined}>
          {props.title}
        </h1>
        <Show when={props.lead}>{(lead) => <p>{lead()}</p>}</Show>
        <ReadScreen root={() => main} />
      </div>
      <FieldsContext.Provider value={createFields('screen')}>{props.children}</FieldsContext.Provider>
    </main>
  )
}
