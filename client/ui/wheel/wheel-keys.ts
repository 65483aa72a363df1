/** The effect of a key on a focused score (ARIA Authoring Practices, "Slider"). Knows no document and no screen. */
import { HIGHEST } from './wheel-geometry.ts'

/**
 * `undefined`: not handled. `null`: cleared. Without a score there is no middle to start from, because that would be a
 * default: upwards begins at zero, downwards at ten.
 */
export const scoreAfterKey = (key: string, score: number | null): number | null | undefined => {
  const by = (step: number): number =>
    score === null ? (step > 0 ? 0 : HIGHEST) : Math.min(HIGHEST, Math.max(0, score + step))
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return by(1)
    case 'ArrowDown':
    case 'ArrowLeft':
      return by(-1)
    case 'PageUp':
      return by(2)
    case 'PageDown':
      return by(-2)
    case 'Home':
      return 0
    case 'End':
      return HIGHEST
    case 'Delete':
    case 'Backspace':
      return null
    default:
      return undefined
  }
}
