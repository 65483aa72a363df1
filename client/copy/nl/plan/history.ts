/** Dutch words of "What has changed". */

export const nlHistory = {
  history: {
    formerly: (name: string) => `${name} (doet niet meer mee)`,
  },
}
