/** A plan's history, whose code is fetched by the first who asks for it. */
import type { History } from '#ports/open-plan.ts'
import type { TakenRow } from '#storage/news-rows.ts'
import type { HistoryOptions, HistoryStores } from './plan-history.ts'

export type HistoryReader = {
  /** As it is now. Rejects when its code cannot be had. */
  read(): Promise<History>
  /** Those of which words or a thing are gone and did not come back; without the history all of them: said too often rather than never. */
  confirm(taken: readonly TakenRow[]): Promise<readonly TakenRow[]>
}

export const createHistoryReader = (stores: HistoryStores, options: HistoryOptions): HistoryReader => {
  type Code = {
    read(): Promise<History>
    confirm(history: History, taken: readonly TakenRow[]): Promise<readonly TakenRow[]>
  }
  let code: Promise<Code> | null = null
  const load = (): Promise<Code> => {
    const loading = import('./plan-history.ts').then((history) => ({
      read: history.followPlanHistory(stores, options),
      confirm: (read: History, taken: readonly TakenRow[]) => history.confirmTaken(read, taken, options),
    }))
    loading.catch(() => (code = null))
    return loading
  }
  const get = (): Promise<Code> => (code ??= load())
  return {
    read: async () => (await get()).read(),
    async confirm(taken) {
      try {
        const { read, confirm } = await get()
        return await confirm(await read(), taken)
      } catch (error) {
        options.report(error)
        return taken
      }
    },
  }
}
