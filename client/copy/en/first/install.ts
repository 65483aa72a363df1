/** Having the app at hand like any other, in English. */
import type { nlInstall } from '../../nl/first/install.ts'

export const enInstall: typeof nlInstall = {
  install: {
    home: 'Add Weef to your apps',
  },
}
