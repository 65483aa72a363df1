/** English words of the way to a plan from a file. */
import type { nlTakeOut } from '../../nl/first/take-out.ts'

export const enTakeOut: typeof nlTakeOut = {
  takeOut: {
    fromFile: 'A plan from a file',
  },
}
