/** English words of the overview of a plan. */
export const enOverview = {
  overview: {},
}
