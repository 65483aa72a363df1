/** The contents that a screen puts into the top bar. The bar itself stays in place, so the way out never moves or blinks. */
import { createContext, onCleanup, useContext, type JSX } from 'solid-js'

export type TopBarContents = { readonly name: () => string; readonly status: () => JSX.Element }

export type TopBarPlace = { readonly fill: (contents: TopBarContents | null) => void }

export const TopBarContext = createContext<TopBarPlace>()

/** Puts the contents there for as long as the calling screen is shown. */
export const useTopBar = (contents: TopBarContents): void => {
  const place = useContext(TopBarContext)
  if (place === undefined) throw new Error('A screen stands outside TopBarContext.')
  place.fill(contents)
  onCleanup(() => place.fill(null))
}
