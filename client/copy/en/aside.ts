/** English, what stands beside the list of plans now and then, and about privacy. */
import type { nlAside } from '../nl/aside.ts'
import { enAbout } from './aside/about.ts'
import { enHome } from './aside/home.ts'
import { enNewCard } from './aside/new-card.ts'
import { enOwnKeys } from './aside/own-keys.ts'

export const enAside: typeof nlAside = {
  ...enAbout,
  ...enHome,
  ...enNewCard,
  ...enOwnKeys,
}
