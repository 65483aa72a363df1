/** How the cursor of somebody else looks. Classes only: the colours are in caret.css, so the strict policy on styles holds. */
import type { DecorationAttrs } from '@tiptap/pm/view'
import { toCaretOwner } from './peers.ts'

type Owner = { readonly name?: unknown; readonly colour?: unknown }

/** Hidden from screen readers: it would break into the sentence it stands in. Who is here is said outside the text. */
export const renderCaret = (owner: Owner): HTMLElement => {
  const { name, colour } = ownerOf(owner)
  const caret = document.createElement('span')
  caret.className = `caret caret-${colour}`
  caret.ariaHidden = 'true'
  const label = document.createElement('span')
  label.className = 'caret-name'
  label.textContent = name
  label.dir = 'auto' // and so it says nothing about the direction of the words it stands between
  caret.append(label)
  return caret
}

export const renderSelection = (owner: Owner): DecorationAttrs => ({
  class: `caret-selection caret-${ownerOf(owner).colour}`,
})

const ownerOf = (owner: Owner) => toCaretOwner(typeof owner.name === 'string' ? owner.name : '', owner.colour)
