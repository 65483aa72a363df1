/** English words of "What has changed". */
import type { nlHistory } from '../../nl/plan/history.ts'

export const enHistory: typeof nlHistory = {
  history: {
    formerly: (name) => `${name} (no longer in this plan)`,
  },
}
