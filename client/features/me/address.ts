/** The app's address as people type it: without `https://`, and without the card. */
export const toAddress = (cardUrl: string): string => {
  const { host, pathname } = new URL(cardUrl)
  return `${host}${pathname === '/' ? '' : pathname}`
}
