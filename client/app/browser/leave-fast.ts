/**
 * Leave fast: the page is blanked at once, a neutral site is opened, and "back" shows nothing of the plan. The plan's
 * address stays in the browser's history (about screen), and shows an empty page.
 */

const LEFT = 'left'
const SHIFT_PRESSES = 3
/** From the first press to the last, ms: too short to happen while typing capitals, long enough for a hand in a hurry. */
export const SHIFT_WITHIN_MS = 1_500

type Press = { readonly key: string; readonly repeat: boolean; readonly at: number }

/** True at the third Shift in a row. Another key in between, or a held Shift, means that somebody is typing. */
export const createShiftCounter = () => {
  let presses: readonly number[] = []
  return ({ key, repeat, at }: Press): boolean => {
    if (repeat) return false
    if (key !== 'Shift') {
      presses = []
      return false
    }
    presses = [...presses, at].filter((press) => at - press <= SHIFT_WITHIN_MS).slice(-SHIFT_PRESSES)
    if (presses.length < SHIFT_PRESSES) return false
    presses = []
    return true
  }
}

/** The parts of the browser that leaving uses. */
export type Exit = {
  readonly root: Pick<HTMLElement, 'setAttribute' | 'removeAttribute'>
  readonly session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  readonly location: Pick<Location, 'replace' | 'reload'>
  /** Stops reading aloud. */
  readonly silence: () => void
}

/** Blanks and silences first: a failure after that happens behind an empty page. */
export const leaveFast = (exit: Exit, address: string): void => {
  exit.root.setAttribute('data-left', '')
  exit.silence()
  try {
    exit.session?.setItem(LEFT, 'yes')
  } catch {
    // A full or forbidden store: "back" then brings the home screen instead of a blank page. Leave all the same.
  }
  exit.location.replace(address)
}

/** Blanks and silences a page that locks itself. */
export const cover = ({ root, silence }: Pick<Exit, 'root' | 'silence'>): void => {
  root.setAttribute('data-locked', '')
  silence()
}

/** Called before anything is drawn. */
export const hasLeft = (session: Exit['session']): boolean => session?.getItem(LEFT) === 'yes'

export const comeBack = (exit: Exit): void => {
  exit.session?.removeItem(LEFT)
  exit.location.replace('#/')
  exit.location.reload()
}

/** Watches for Shift three times, and for pages restored from the back/forward cache. Returns its stop. */
export const watchForLeaving = (exit: Exit, leave: () => void): (() => void) => {
  const count = createShiftCounter()
  const onKey = (event: KeyboardEvent) => {
    if (count({ key: event.key, repeat: event.repeat, at: event.timeStamp })) leave()
  }
  // A restored page is still blanked by its attribute; reloading gives the empty page with its one button.
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted && hasLeft(exit.session)) exit.location.reload()
  }
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('pageshow', onShow)
  return () => {
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('pageshow', onShow)
  }
}

export const createExit = (): Exit => ({
  root: document.documentElement,
  session: readSession(),
  location: window.location,
  silence: () => window.speechSynthesis?.cancel(),
})

/** Reading the property itself throws where storage is forbidden. */
const readSession = (): Storage | null => {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
