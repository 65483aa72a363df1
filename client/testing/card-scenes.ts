/** Scenes of key cards: plans that come back with one, and plans that move to a new one. */
import type { PlanSummary } from '#ports/device.ts'
import { comingLike } from './coming-back.ts'
import type { FakeDeviceOptions } from './fake-device.ts'
import { workspaceId } from './fake-plan.ts'

type Scene = { readonly device: FakeDeviceOptions }

export const cardScenes = (plans: readonly PlanSummary[]): Record<string, Scene> => ({
  restoring: {
    device: {
      plans: comingLike(plans[0]!),
      restore: { name: 'fetching', ready: 1, total: 3, trouble: null },
    },
  },
  restored: { device: { plans, restore: { name: 'done', total: 3, refused: 2 } } },
  listing: { device: { plans: [], restore: { name: 'listing', trouble: 'offline' } } },
  'card-moving': {
    device: {
      plans,
      newCard: {
        name: 'moving',
        ready: 1,
        total: 3,
        waiting: [
          { id: workspaceId(21), title: 'Rustig wonen' },
          { id: workspaceId(22), title: '' },
        ],
        stayed: [],
        elsewhere: false,
        trouble: null,
      },
    },
  },
  'card-moved': {
    device: {
      plans,
      newCard: {
        name: 'done',
        total: 2,
        stayed: [{ id: workspaceId(23), title: 'Weer aan het werk' }],
        elsewhere: true,
      },
    },
  },
})
