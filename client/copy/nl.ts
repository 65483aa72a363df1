/** Dutch, at level A2: short sentences, everyday words, "je". Its type is the one that every other language implements. */
import { nlField } from './nl/field.ts'
import { nlGeneral } from './nl/general.ts'
import { nlPlan } from './nl/plan.ts'
import { nlTogether } from './nl/together.ts'
import { nlCircle } from './nl/circle.ts'
import { nlOutside } from './nl/outside.ts'
import { nlWheel } from './nl/wheel.ts'
import { nlGoals } from './nl/goals.ts'
import { nlConversations } from './nl/conversations.ts'
import { nlOverview } from './nl/overview.ts'
import { nlLock } from './nl/lock.ts'
import { nlNewCard } from './nl/new-card.ts'
import { nlOwnKeys } from './nl/own-keys.ts'
import { nlHistory } from './nl/history.ts'
import { nlHome } from './nl/home.ts'
import { nlBackup } from './nl/backup.ts'
import { nlToday } from './nl/today.ts'
import { nlWorker } from './nl/worker.ts'
import { nlTakeOut } from './nl/take-out.ts'
import { nlInstall } from './nl/install.ts'
import { nlReadAloud } from './nl/read-aloud.ts'
import { nlAbout } from './nl/about.ts'
import { nlAlarms } from './nl/alarms.ts'

export const nl = {
  locale: 'nl-NL',
  /** Under its own name, as the switch shows it. */
  languageName: 'Nederlands',
  direction: 'ltr' as 'ltr' | 'rtl',
  ...nlGeneral,
  ...nlField,
  ...nlOutside,
  ...nlPlan,
  ...nlTogether,
  ...nlCircle,
  ...nlOwnKeys,
  ...nlHome,
  ...nlBackup,
  ...nlLock,
  ...nlNewCard,
  ...nlAbout,
  ...nlAlarms,
  ...nlWheel,
  ...nlGoals,
  ...nlConversations,
  ...nlOverview,
  ...nlHistory,
  ...nlToday,
  ...nlWorker,
  ...nlTakeOut,
  ...nlReadAloud,
  ...nlInstall,
}

export type Copy = typeof nl
