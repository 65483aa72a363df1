/**
 * The fields of a form, and of a screen: which of them have words that are not saved yet, and which have too many. A form says
 * its to its screen, so that no button beside it is stronger than the one that saves them.
 */
import { createContext, createMemo, createSignal, onCleanup, useContext } from 'solid-js'

type Field = {
  isUnsaved(): boolean
  isTooLong(): boolean
  focus(): void
}
export type Fields = {
  readonly of: 'form' | 'screen'
  add(field: Field): void
  isUnsaved(): boolean
  /** Moves the focus to the first field with too many words; `false`: there is none. */
  focusTooLong(): boolean
}

export const FieldsContext = createContext<Fields>()

/** Adds it to the form, or to the screen, in which it stands, for as long as it is there. */
export const joinFields = (field: Field): void => useContext(FieldsContext)?.add(field)

export const createFields = (of: Fields['of']): Fields => {
  const [fields, setFields] = createSignal<readonly Field[]>([])
  const isUnsaved = createMemo(() => fields().some((field) => field.isUnsaved()))
  const tooLong = (): Field | undefined => fields().find((field) => field.isTooLong())
  const focusTooLong = (): boolean => {
    const field = tooLong()
    field?.focus()
    return field !== undefined
  }
  if (of === 'form')
    joinFields({ isUnsaved, isTooLong: () => tooLong() !== undefined, focus: () => void focusTooLong() })
  return {
    of,
    isUnsaved,
    focusTooLong,
    add(field) {
      setFields((all) => [...all, field])
      // Later, because whatever reads them may be going in the same moment.
      onCleanup(() => queueMicrotask(() => setFields((all) => all.filter((one) => one !== field))))
    },
  }
}
