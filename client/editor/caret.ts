/** The DOM of another person's cursor. Classes only: the colours are in caret.css, as the strict style policy requires. */
import type { DecorationAttrs } from '@tiptap/pm/view'
import { toCaretOwner } from './peers.ts'

type Owner = { readonly name?: unknown; readonly colour?: unknown }

/** Hidden from screen readers, for which it would interrupt the sentence. Who is present is announced outside the text. */
export const renderCaret = (owner: Owner): HTMLElement => {
  const { name, colour } = ownerOf(owner)
  const caret = document.createElement('span')
  caret.className = `caret caret-${colour}`
  caret.ariaHidden = 'true'
  const label = document.createElement('span')
  label.className = 'caret-name'
  label.textContent = name
  label.dir = 'auto' // keeps the label from affecting the direction of the surrounding words
  caret.append(label)
  return caret
}

export const renderSelection = (owner: Owner): DecorationAttrs => ({
  class: `caret-selection caret-${ownerOf(owner).colour}`,
})

const ownerOf = (owner: Owner) => toCaretOwner(typeof owner.name === 'string' ? owner.name : '', owner.colour)
