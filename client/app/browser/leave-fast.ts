/**
 * Leave fast: blank at once, on to a site that says nothing, and "back" shows nothing of the plan.
 * The address of a plan stays in the browser's history (about screen); what it shows is an empty page.
 */

const LEFT = 'left'
const SHIFT_PRESSES = 3
/** From the first press to the last, ms: quick enough not to happen while typing capitals, slow enough for a hand in a hurry. */
export const SHIFT_WITHIN_MS = 1_500

type Press = { readonly key: string; readonly repeat: boolean; readonly at: number }

/** True at the third Shift in a row. Another key between, or a Shift held down, is somebody writing. */
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

/** What leaving touches of the world. */
export type Exit = {
  readonly root: Pick<HTMLElement, 'setAttribute'>
  readonly session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  readonly location: Pick<Location, 'replace' | 'reload'>
  /** Stops a voice that is reading aloud. */
  readonly silence: () => void
}

/** Blank and silent first: whatever fails after that, fails behind an empty page. */
export const leaveFast = (exit: Exit, address: string): void => {
  exit.root.setAttribute('data-left', '')
  exit.silence()
  try {
    exit.session?.setItem(LEFT, 'yes')
  } catch {
    // A full or forbidden store: the page that "back" brings is then the home screen, not blank; still leave.
  }
  exit.location.replace(address)
}

/** Asked before anything is drawn. */
export const hasLeft = (session: Exit['session']): boolean => session?.getItem(LEFT) === 'yes'

export const comeBack = (exit: Exit): void => {
  exit.session?.removeItem(LEFT)
  exit.location.replace('#/')
  exit.location.reload()
}

/** Shift three times, and a page that the browser kept whole for its back button. Returns its stop. */
export const watchForLeaving = (exit: Exit, leave: () => void): (() => void) => {
  const count = createShiftCounter()
  const onKey = (event: KeyboardEvent) => {
    if (count({ key: event.key, repeat: event.repeat, at: event.timeStamp })) leave()
  }
  // The kept page is still blank by its attribute; loading it anew gives the empty page with its one button.
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
