/**
 * A store that measures the duration of its commits. One commit covers many messages, so measuring costs nothing
 * noticeable.
 */
import type { Store } from '../storage/store.ts'
import type { Metrics } from './metrics.ts'

const MS_PER_SECOND = 1000

export const timeCommits = (store: Store, metrics: Pick<Metrics, 'committed' | 'commitFailed'>): Store => ({
  ...store,
  append: async (requests) => {
    const begun = performance.now()
    try {
      const results = await store.append(requests)
      const items = requests.reduce((sum, request, index) => sum + (results[index]?.ok ? request.items.length : 0), 0)
      metrics.committed((performance.now() - begun) / MS_PER_SECOND, items)
      if (results.some((result) => !result.ok && result.reason === 'full')) metrics.commitFailed('full')
      return results
    } catch (error) {
      metrics.commitFailed('error')
      throw error
    }
  },
})
