/** The targets of links in a plan: pages, e-mail addresses and telephone numbers. Never code, a file or plain http. */

const SAFE = /^(?:https:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu

/** The most characters of an address that browsers and mail programs handle. */
const LINK_LIMIT = 2_048

export const isSafeLink = (address: string): boolean => address.length <= LINK_LIMIT && SAFE.test(address)

/** Completes a typed address; `null` when it is not one of these targets. */
export const toSafeLink = (typed: string): string | null => {
  const address = typed.trim()
  const candidates = [address, ...(address.includes('@') ? [`mailto:${address}`] : []), ...completed(address)]
  return candidates.find(isSafeLink) ?? null
}

const completed = (address: string): readonly string[] => {
  if (/^[+\d][\d\s()-]{5,}$/.test(address)) return [`tel:${address.replace(/[^+\d]/g, '')}`]
  if (/^http:\/\//i.test(address)) return [address.replace(/^http/i, 'https')]
  return /^[^\s:/?#@]+\.[^\s:@]+$/.test(address) ? [`https://${address}`] : []
}
