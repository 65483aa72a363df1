/** Keeps a row of a list as the same object for as long as it says the same, so that its element stays (CONTRIBUTING.md, habit 7). */

/** `at` is the thing that a row is about. */
export const createKeeper = <Row>(): ((rows: readonly (readonly [at: object, row: Row])[]) => readonly Row[]) => {
  const kept = new WeakMap<object, { readonly text: string; readonly row: Row }>()
  return (rows) =>
    rows.map(([at, row]) => {
      const text = JSON.stringify(row)
      const before = kept.get(at)
      if (before?.text === text) return before.row
      kept.set(at, { text, row })
      return row
    })
}
