/** English words of the home screen with many plans, of what is new, and of the practice plan. */
export const enWorker = {
  worker: {},
}
