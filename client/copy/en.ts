/** English, complete: a missing text does not compile. */
import { enAbout } from './en/about.ts'
import { enGeneral } from './en/general.ts'
import { enOutside } from './en/outside.ts'
import { enPlan } from './en/plan.ts'
import { enTogether } from './en/together.ts'
import type { Copy } from './nl.ts'

export const en: Copy = {
  locale: 'en-GB',
  languageName: 'English',
  direction: 'ltr',
  ...enGeneral,
  ...enOutside,
  ...enPlan,
  ...enTogether,
  ...enAbout,
}
