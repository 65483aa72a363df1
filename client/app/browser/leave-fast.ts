/**
 * Leave fast: the page is blanked at once, a neutral site is opened, and "back" shows nothing of the plan. On the way there
 * stands a page of our own that needs no connection (client/away), and stays where there is none. The plan's address stays in
 * the browser's history (about screen), and shows an empty page.
 */

/** Served from client/calendar.html. The address bar shows it: it says nothing. */
const AWAY_PAGE = '/calendar.html'
/** In the session's storage: the neutral site that page goes on to (client/away/go-on.ts), while "back" must show nothing. */
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
  /** Whether the browser keeps our own page: before the first visit has ended it would be asked for over the network too. */
  readonly keepsPages: () => boolean
}

/** Blanks and silences first: a failure after that happens behind an empty page. */
export const leaveFast = (exit: Exit, address: string): void => {
  exit.root.setAttribute('data-left', '')
  exit.silence()
  exit.location.replace(remember(exit, address) && exit.keepsPages() ? AWAY_PAGE : address)
}

/** In a full or forbidden store it fails: "back" then brings the home screen instead of a blank page. */
const remember = ({ session }: Exit, address: string): boolean => {
  try {
    session?.setItem(LEFT, address)
    return session !== null
  } catch {
    return false
  }
}

/** Blanks and silences a page that locks itself. */
export const cover = ({ root, silence }: Pick<Exit, 'root' | 'silence'>): void => {
  root.setAttribute('data-locked', '')
  silence()
}

/** Called before anything is drawn. */
export const hasLeft = (session: Exit['session']): boolean => (session?.getItem(LEFT) ?? null) !== null

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
  keepsPages: () => (navigator.serviceWorker?.controller ?? null) !== null,
})

/** Reading the property itself throws where storage is forbidden. */
const readSession = (): Storage | null => {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
