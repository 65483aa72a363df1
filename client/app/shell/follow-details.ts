/**
 * How I read, as I chose it on any device of mine: the size of letters, and the language. What is chosen here goes to the others.
 * A language that is not offered stays on this device, whatever the others chose.
 */
import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { isOffered, parseLanguage } from '#copy/languages.ts'
import { useLanguage } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'

export const followDetails = (root: HTMLElement = document.documentElement): void => {
  const words = useLanguage()
  const { home } = useDevice()
  createEffect(() => {
    const { textSize } = home.me()
    if (textSize === null || textSize === 'normal') delete root.dataset['textSize']
    else root.dataset['textSize'] = textSize
  })
  onCleanup(() => delete root.dataset['textSize'])
  // Chosen before there was a home.
  onMount(() => {
    const language = words.chosen()
    if (language !== null && isOffered(language) && home.me().language === null) void home.setMe({ language })
  })
  createEffect(
    on(
      () => home.me().language,
      (tag) => {
        const language = parseLanguage(tag)
        if (language !== null && language !== words.language() && isOffered(words.language()))
          words.setLanguage(language).catch(() => {}) // kept, and followed at the next start
      },
    ),
  )
}
