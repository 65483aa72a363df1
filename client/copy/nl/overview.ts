/** Dutch words of the overview of a plan. */
export const nlOverview = {
  overview: {},
}
