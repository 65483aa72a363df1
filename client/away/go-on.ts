/** From the calendar to the neutral site, as soon as it is known that there is a network. */

/** In the session's storage, where leaving fast puts it: the neutral site to go on to. */
const GOES_ON_TO = 'left'

/** ms: with the little network there is, the site would come as an error page. */
const PATIENCE_MS = 5_000

type World = {
  readonly session: Pick<Storage, 'getItem'> | null
  readonly location: Pick<Location, 'replace'>
  /** Whether anything answers over the network within `patience` ms. */
  readonly isReached: (patience: number) => Promise<boolean>
}

export const goOn = async ({ session, location, isReached }: World): Promise<void> => {
  const address = session?.getItem(GOES_ON_TO) ?? ''
  if (/^https?:\/\//.test(address) && (await isReached(PATIENCE_MS))) location.replace(address)
}
