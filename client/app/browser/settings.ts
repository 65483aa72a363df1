/** What the app stores outside of its database, such as the language: kept where the browser allows it and the person wants it. */

export type Settings = Pick<Storage, 'getItem' | 'setItem'> & {
  /** From then on nothing is stored while this is false. */
  keepWhile(keeps: () => boolean): void
  clear(): void
}

/** `store`: `null` where the browser forbids it. Throws as the store does. */
export const createSettings = (store: Storage | null): Settings => {
  let keeps = (): boolean => true
  return {
    getItem: (name) => store?.getItem(name) ?? null,
    setItem(name, value) {
      if (keeps()) store?.setItem(name, value)
    },
    keepWhile(wanted) {
      keeps = wanted
    },
    clear: () => store?.clear(),
  }
}
