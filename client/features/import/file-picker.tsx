/** One file, chosen or dropped. The browser's own input is under the words, for keyboards and screen readers. */
import { createSignal, createUniqueId } from 'solid-js'
import { useCopy } from '#reactive/use-copy.ts'
import { Icon } from '#ui/icon.tsx'

export const FilePicker = (props: { onChoose: (file: File) => void }) => {
  const copy = useCopy()
  const id = createUniqueId()
  const [over, setOver] = createSignal(false)
  const [name, setName] = createSignal('')
  const take = (file: File | undefined) => {
    if (file === undefined) return
    setName(file.name)
    props.onChoose(file)
  }
  return (
    <div
      class="im-drop"
      classList={{ 'im-over': over() }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files[0])
      }}
    >
      <input
        class="im-input"
        id={id}
        type="file"
        accept=".html,text/html,.json,application/json"
        onChange={(event) => {
          take(event.currentTarget.files?.[0])
          event.currentTarget.value = '' // the same file can be chosen again after it was corrected
        }}
      />
      <label class="im-label" for={id}>
        <Icon name="file" />
        {copy().takeOut.import.file}
      </label>
      <p class="soft" dir="auto">
        {name() || copy().takeOut.import.drop}
      </p>
    </div>
  )
}
