/** The languages, each under its own name. A native select, which every phone shows in the way its owner knows. */
import { For, createUniqueId } from 'solid-js'
import { isOffered, OFFERED, parseLanguage } from '#copy/languages.ts'
import { useLanguage } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Icon } from '#ui/icon.tsx'

export const LanguageSwitch = () => {
  const words = useLanguage()
  const { home } = useDevice()
  const id = createUniqueId()
  return (
    <div class="ap-language">
      <Icon name="language" />
      <label for={id}>{words.copy().general.language}</label>
      <select
        id={id}
        class="ap-select"
        onChange={(event) => {
          const language = parseLanguage(event.currentTarget.value)
          if (language === null) return
          words.setLanguage(language)
          if (isOffered(language)) void home.setMe({ language })
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
    </div>
  )
}
