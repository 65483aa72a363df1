/** Dutch, what is shown first: the list of plans, and what stands around every screen. */
import { nlAlarms } from './first/alarms.ts'
import { nlCircle } from './first/circle.ts'
import { nlConversations } from './first/conversations.ts'
import { nlField } from './first/field.ts'
import { nlGeneral } from './first/general.ts'
import { nlGoals } from './first/goals.ts'
import { nlHistory } from './first/history.ts'
import { nlInstall } from './first/install.ts'
import { nlLock } from './first/lock.ts'
import { nlNewCard } from './first/new-card.ts'
import { nlOutside } from './first/outside.ts'
import { nlOverview } from './first/overview.ts'
import { nlOwnKeys } from './first/own-keys.ts'
import { nlStory } from './first/story.ts'
import { nlReadAloud } from './first/read-aloud.ts'
import { nlTakeOut } from './first/take-out.ts'
import { nlToday } from './first/today.ts'
import { nlWorker } from './first/worker.ts'

export const nlFirst = {
  locale: 'nl-NL',
  /** Under its own name, as the switch shows it. */
  languageName: 'Nederlands',
  direction: 'ltr' as 'ltr' | 'rtl',
  ...nlAlarms,
  ...nlCircle,
  ...nlConversations,
  ...nlField,
  ...nlGeneral,
  ...nlGoals,
  ...nlHistory,
  ...nlInstall,
  ...nlLock,
  ...nlNewCard,
  ...nlOutside,
  ...nlOverview,
  ...nlOwnKeys,
  ...nlStory,
  ...nlReadAloud,
  ...nlTakeOut,
  ...nlToday,
  ...nlWorker,
}
