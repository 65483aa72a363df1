/** The words of the editor; they come in from copy/. */
export type StoryEditorLabels = {
  readonly story: string
  /** What one could write, in an empty story. */
  readonly placeholder: string
  /** Name of the toolbar, and of the button that shows it on a phone. */
  readonly toolbar: string
  readonly bold: string
  readonly italic: string
  readonly heading: string
  readonly bulletList: string
  readonly orderedList: string
  readonly link: string
  readonly linkAddress: string
  readonly linkAdd: string
  readonly linkRemove: string
  readonly linkWrong: string
  readonly cancel: string
  readonly undo: string
  readonly redo: string
  /** The text that was pasted would make the story too large; nothing of it was added. */
  readonly tooLarge: string
  /** The plan has become so large that old phones are slow with it. */
  readonly large: string
  /** The story holds something that only a newer app knows: it can be read, and written after an update. */
  readonly outdated: string
}
