/** What a screen puts into the bar at the top. The bar itself stays where it is, so the way out never moves or blinks. */
import { createContext, onCleanup, useContext, type JSX } from 'solid-js'

export type TopBarContents = { readonly name: () => string; readonly status: () => JSX.Element }

export type TopBarPlace = { readonly fill: (contents: TopBarContents | null) => void }

export const TopBarContext = createContext<TopBarPlace>()

/** For as long as the screen that calls it is there. */
export const useTopBar = (contents: TopBarContents): void => {
  const place = useContext(TopBarContext)
  if (place === undefined) throw new Error('A screen stands outside TopBarContext.')
  place.fill(contents)
  onCleanup(() => place.fill(null))
}
