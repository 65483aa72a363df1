/** Memoizes pure functions of immutable values, which run again only when an argument changes. It knows no meaning of any value. */

/** Keeps one result per `first`, for the latest `second`. It is dropped together with `first`. */
export const memoize = <First extends object, Second, Result>(
  read: (first: First, second: Second) => Result,
  isSame: (before: Second, after: Second) => boolean = Object.is,
): ((first: First, second: Second) => Result) => {
  const kept = new WeakMap<First, { readonly second: Second; readonly result: Result }>()
  return (first, second) => {
    const known = kept.get(first)
    if (known !== undefined && isSame(known.second, second)) return known.result
    const result = read(first, second)
    kept.set(first, { second, result })
    return result
  }
}

/** The same for functions of one argument. */
export const memoizeOne = <First extends object, Result>(
  read: (first: First) => Result,
): ((first: First) => Result) => {
  const both = memoize<First, undefined, Result>(read)
  return (first) => both(first, undefined)
}

/** Whether two lists have the same elements in the same order. */
export const sameList = <Element>(before: readonly Element[], after: readonly Element[]): boolean =>
  before === after || (before.length === after.length && before.every((element, index) => element === after[index]))
