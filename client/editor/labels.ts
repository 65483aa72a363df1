/** The editor's words; they are passed in from copy/. */
export type StoryEditorLabels = {
  readonly story: string
  /** The example text in an empty story. */
  readonly placeholder: string
  /** The name of the toolbar, and of the button that shows it on a phone. */
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
  /** The pasted text would make the story too large; nothing of it was added. */
  readonly tooLarge: string
  /** A picture was pasted, and left out. */
  readonly noPictures: string
  /** The plan has become so large that it slows old phones down. */
  readonly large: string
  /** The story contains something that only a newer app knows: it can be read, and edited after an update. */
  readonly outdated: string
  /** The story is too much to write in; its text can be read, and nothing is lost. */
  readonly tooMuch: string
  /** Whose the large part is. */
  readonly tooMuchOf: (who: readonly string[]) => string
  /** Takes the large part out, and where it is then. */
  readonly takeOutLarge: string
  readonly takeOutLargeNote: string
  /** The way to the rest of the text, in pages. */
  readonly more: (rest: number) => string
  /** Whose the unknown parts are. */
  readonly unknownOf: (who: readonly string[]) => string
  /** Takes the unknown parts out, with the words that go. */
  readonly takeOut: string
  readonly takeOutWords: (words: string) => string
}
