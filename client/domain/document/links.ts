/** What a link in a plan may point at: a page, an e-mail address, a telephone number. Never code, never a file, never plain http. */

const SAFE = /^(?:https:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu

/** Characters; what browsers and mail programs still handle. */
const LINK_LIMIT = 2_048

export const isSafeLink = (address: string): boolean => address.length <= LINK_LIMIT && SAFE.test(address)

/** What somebody typed as an address, made complete. `null` when it is none that we follow. */
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
