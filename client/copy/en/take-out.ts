/** English words of what leaves the app: paper, text, files; and of reading aloud. */
export const enTakeOut = {
  takeOut: {
    importTitle: 'A plan from a file',
  },
}
