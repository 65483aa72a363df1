/** Dutch words of the way to a plan from a file. */

export const nlTakeOut = {
  takeOut: {
    fromFile: 'Een plan uit een bestand',
  },
}
