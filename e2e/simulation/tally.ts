/** How often each event happened, over all seeds: one that never occurred proves nothing. */
export type Tally = Map<string, number>
export const count = (tally: Tally, what: string, times = 1): void =>
  void tally.set(what, (tally.get(what) ?? 0) + times)
