/** A list or screen says beforehand that something on it moves; aimed-taps.ts hears it, once it is there. */

/** `unknown`: a list that cannot tell whether it moves by what this person did. */
export type Mover = 'others' | 'unknown'

export const MOVE = 'app-move'

/** To be called before the page changes. */
export const tellMove = (by: Mover): void => void window.dispatchEvent(new CustomEvent<Mover>(MOVE, { detail: by }))
