/** This tab keeps nothing, as was chosen in it: also when it is loaded anew, until it is closed. */
import type { ForNow } from '#device/open-database.ts'

const CHOSEN = 'only-for-now'

/** `read`: the session's storage; reading the property itself throws where storage is forbidden. */
export const createForNow = (read: () => Pick<Storage, 'getItem' | 'setItem'>): ForNow => ({
  isChosen() {
    try {
      return read().getItem(CHOSEN) !== null
    } catch {
      return false
    }
  },
  choose() {
    try {
      read().setItem(CHOSEN, '1')
    } catch {
      // such a browser keeps nothing anyway
    }
  },
})
