/** Having the app at hand like any other, in Dutch. */

export const nlInstall = {
  install: {
    home: 'Zet Weef tussen je apps',
  },
}
