/** Dutch, what stands beside the list of plans now and then, and about privacy. */
import { nlAbout } from './aside/about.ts'
import { nlHome } from './aside/home.ts'
import { nlNewCard } from './aside/new-card.ts'
import { nlOwnKeys } from './aside/own-keys.ts'

export const nlAside = {
  ...nlAbout,
  ...nlHome,
  ...nlNewCard,
  ...nlOwnKeys,
}
