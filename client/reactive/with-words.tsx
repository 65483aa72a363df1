/** A part of the app that is fetched when first shown, side by side with its words, and shown once both are here. */
import { type Component, createResource, Show, untrack } from 'solid-js'
import type { Layer } from '#copy/languages.ts'
import { fetched, lazyPart } from './lazy-part.ts'
import { useLanguage } from './use-language.ts'

/** Either that cannot be had is a fault of the screen, as `lazyPart` alone would have it. */
export const lazyWithWords = <Props extends object>(
  layer: Layer,
  load: () => Promise<Component<Props>>,
): Component<Props> & { preload(): Promise<unknown> } => {
  const Part = lazyPart(load)
  const WithWords: Component<Props> = (props) => {
    const { fetch, has } = useLanguage()
    if (untrack(() => has(layer))) return <Part {...props} />
    void Part.preload().catch(() => {}) // told where it is shown
    const [isHere] = createResource(async () => {
      await fetched(fetch(layer))
      return true
    })
    return (
      <Show when={isHere()}>
        <Part {...props} />
      </Show>
    )
  }
  return Object.assign(WithWords, { preload: Part.preload }) // the router begins with all parts of an address at once
}
