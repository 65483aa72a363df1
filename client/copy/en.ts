/** English, complete: a missing text does not compile. */
import { enWheel } from './en/wheel.ts'
import { enGoals } from './en/goals.ts'
import { enConversations } from './en/conversations.ts'
import { enOverview } from './en/overview.ts'
import { enLock } from './en/lock.ts'
import { enNewCard } from './en/new-card.ts'
import { enOwnKeys } from './en/own-keys.ts'
import { enHistory } from './en/history.ts'
import { enHome } from './en/home.ts'
import { enBackup } from './en/backup.ts'
import { enToday } from './en/today.ts'
import { enWorker } from './en/worker.ts'
import { enTakeOut } from './en/take-out.ts'
import { enInstall } from './en/install.ts'
import { enReadAloud } from './en/read-aloud.ts'
import { enAbout } from './en/about.ts'
import { enAlarms } from './en/alarms.ts'
import { enField } from './en/field.ts'
import { enGeneral } from './en/general.ts'
import { enCircle } from './en/circle.ts'
import { enOutside } from './en/outside.ts'
import { enPlan } from './en/plan.ts'
import { enTogether } from './en/together.ts'
import type { Copy } from './nl.ts'

export const en: Copy = {
  locale: 'en-GB',
  languageName: 'English',
  direction: 'ltr',
  ...enGeneral,
  ...enField,
  ...enOutside,
  ...enPlan,
  ...enTogether,
  ...enCircle,
  ...enOwnKeys,
  ...enHome,
  ...enBackup,
  ...enLock,
  ...enNewCard,
  ...enAbout,
  ...enAlarms,
  ...enWheel,
  ...enGoals,
  ...enConversations,
  ...enOverview,
  ...enHistory,
  ...enToday,
  ...enWorker,
  ...enTakeOut,
  ...enReadAloud,
  ...enInstall,
}
