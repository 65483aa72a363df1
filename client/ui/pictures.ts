/** Pictures that somebody pastes or drops where only words are kept. They are refused in words: a field that does nothing seems broken. */
import { createSignal } from 'solid-js'

/** A program that copies cells puts a picture of them beside the words. */
export const isOnlyPicture = (data?: DataTransfer | null): boolean =>
  Array.from(data?.files ?? []).some(({ type }) => type.startsWith('image/')) &&
  data?.types.includes('text/plain') === false

/** For a field: whether it just refused one, until something is typed. */
export const createPictureNote = () => {
  const [refused, setRefused] = createSignal(false)
  const take = (event: Event, data: DataTransfer | null): void => {
    const isPicture = isOnlyPicture(data)
    if (isPicture) event.preventDefault()
    setRefused(isPicture)
  }
  return {
    refused,
    handlers: {
      onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
      onDrop: (event: DragEvent) => take(event, event.dataTransfer),
      onInput: () => setRefused(false),
    },
  }
}
