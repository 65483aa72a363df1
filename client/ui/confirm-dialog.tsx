/**
 * Asks before something that is hard to undo. The safe answer comes first and has the focus; Escape is that answer. The
 * browser's own modal dialog holds the focus, hides the rest from screen readers, and gives the focus back when it closes.
 */
import { createUniqueId, onCleanup, onMount, type ParentProps, Show } from 'solid-js'
import { Button } from './button.tsx'
import { LeaveButton } from './leave-button.tsx'
import './confirm-dialog.css'

export type ConfirmDialogProps = ParentProps<{
  open: boolean
  /** `keep`: the safe answer. `go`: the other. */
  words: { readonly title: string; readonly keep: string; readonly go: string }
  busy?: boolean
  onClose: () => void
  onGo: () => void
}>

export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <Show when={props.open}>
    <ModalDialog {...props} />
  </Show>
)

const ModalDialog = (props: ConfirmDialogProps) => {
  let dialog!: HTMLDialogElement
  let keep!: HTMLButtonElement
  const title = createUniqueId()
  const words = createUniqueId()
  /** A tap beside the dialog is the safe answer. */
  const closeOutside = (event: MouseEvent): void => {
    if (event.target !== dialog) return
    const { left, right, top, bottom } = dialog.getBoundingClientRect()
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    if (!inside) props.onClose()
  }
  onMount(() => {
    dialog.addEventListener('click', closeOutside) // the keys have Escape
    dialog.showModal()
    keep.focus()
  })
  onCleanup(() => dialog.close()) // still in the page here, so the focus goes back to who asked
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      class="dg"
      aria-labelledby={title}
      aria-describedby={words}
      onCancel={(event) => {
        event.preventDefault() // the component that opened it closes it
        props.onClose()
      }}
      // Some browsers close it all the same, for example on "back". One that has left the page is answered already: browsers
      // say so later, when the same question may have been asked again.
      onClose={() => dialog.isConnected && props.onClose()}
    >
      <h2 id={title}>{props.words.title}</h2>
      <div id={words} class="dg-words">
        {props.children}
      </div>
      <div class="dg-actions">
        <Button look="main" ref={keep} onClick={() => props.onClose()}>
          {props.words.keep}
        </Button>
        <Button look="careful" busy={props.busy ?? false} onClick={() => props.onGo()}>
          {props.words.go}
        </Button>
      </div>
      <LeaveButton />
    </dialog>
  )
}
