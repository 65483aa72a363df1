/** The languages, each under its own name. A native select, which every phone shows in the way its owner knows. */
import { For, Show, createSignal, createUniqueId } from 'solid-js'
import { isOffered, type Language, OFFERED, parseLanguage } from '#copy/languages.ts'
import { useLanguage } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Icon } from '#ui/icon.tsx'

export const LanguageSwitch = () => {
  const words = useLanguage()
  const { home } = useDevice()
  const id = createUniqueId()
  const [isMissing, setMissing] = createSignal(false)
  /** The list says what is shown, whatever came of it. */
  const change = async (language: Language, list: HTMLSelectElement): Promise<void> => {
    setMissing(false)
    try {
      if ((await words.setLanguage(language)) && isOffered(language)) void home.setMe({ language })
    } catch {
      setMissing(true)
      list.value = words.language()
    }
  }
  return (
    <div class="ap-language">
      <Icon name="language" />
      <label for={id}>{words.copy().general.language}</label>
      <select
        id={id}
        class="ap-select"
        onChange={(event) => {
          const language = parseLanguage(event.currentTarget.value)
          if (language !== null) void change(language, event.currentTarget)
        }}
      >
        <For each={OFFERED}>
          {({ language, name }) => (
            <option value={language} lang={language} selected={words.language() === language}>
              {name}
            </option>
          )}
        </For>
      </select>
      <Show when={isMissing()}>
        <p role="alert">{words.copy().general.notFetched.language}</p>
      </Show>
    </div>
  )
}
