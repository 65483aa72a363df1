/** One file, chosen or dropped. The browser's own input is under the words, for keyboards and screen readers. */
import { createSignal, createUniqueId } from 'solid-js'
import { Icon } from './icon.tsx'
import './file-picker.css'

/** `accept`: the kinds of files, as an input takes them; any when left out. */
export const FilePicker = (props: {
  label: string
  /** Says that a file can be dropped here, until there is one. */
  drop: string
  accept?: string
  onChoose: (file: File) => void
}) => {
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
      class="fp-drop"
      classList={{ 'fp-over': over() }}
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
        class="fp-input"
        id={id}
        type="file"
        accept={props.accept}
        onChange={(event) => {
          take(event.currentTarget.files?.[0])
          event.currentTarget.value = '' // the same file can be chosen again after it was corrected
        }}
      />
      <label class="fp-label" for={id}>
        <Icon name="file" />
        {props.label}
      </label>
      <p class="soft" dir="auto">
        {name() || props.drop}
      </p>
    </div>
  )
}
