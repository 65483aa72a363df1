/** Dutch words of what leaves the app: paper, text, files; and of reading aloud. */
export const nlTakeOut = {
  takeOut: {
    importTitle: 'Een plan uit een bestand',
  },
}
