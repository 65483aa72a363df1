/** Asks before something that is hard to take back. The safe answer comes first and has the focus, which goes back afterwards. */
import * as Dialog from '@kobalte/core/alert-dialog'
import type { ParentProps } from 'solid-js'
import { Button } from './button.tsx'
import './confirm-dialog.css'

export const ConfirmDialog = (
  props: ParentProps<{
    open: boolean
    title: string
    keepLabel: string
    goLabel: string
    busy?: boolean
    onClose: () => void
    onGo: () => void
  }>,
) => {
  let keep!: HTMLButtonElement
  let asked: Element | null = null
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="dg-veil" />
        <div class="dg-place">
          <Dialog.Content
            class="dg"
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              asked = document.activeElement
              keep.focus()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault() // there is no trigger of Kobalte's to go back to
              if (asked instanceof HTMLElement) asked.focus()
            }}
          >
            <Dialog.Title as="h2">{props.title}</Dialog.Title>
            <Dialog.Description as="div" class="dg-words">
              {props.children}
            </Dialog.Description>
            <div class="dg-actions">
              <Button look="main" ref={keep} onClick={() => props.onClose()}>
                {props.keepLabel}
              </Button>
              <Button look="careful" busy={props.busy ?? false} onClick={() => props.onGo()}>
                {props.goLabel}
              </Button>
            </div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
