/** English, what is shown first. */
import { enAlarms } from './first/alarms.ts'
import { enCircle } from './first/circle.ts'
import { enConversations } from './first/conversations.ts'
import { enField } from './first/field.ts'
import { enGeneral } from './first/general.ts'
import { enGoals } from './first/goals.ts'
import { enHistory } from './first/history.ts'
import { enInstall } from './first/install.ts'
import { enLock } from './first/lock.ts'
import { enNewCard } from './first/new-card.ts'
import { enOutside } from './first/outside.ts'
import { enOverview } from './first/overview.ts'
import { enOwnKeys } from './first/own-keys.ts'
import { enStory } from './first/story.ts'
import { enReadAloud } from './first/read-aloud.ts'
import { enTakeOut } from './first/take-out.ts'
import { enToday } from './first/today.ts'
import { enWorker } from './first/worker.ts'
import type { nlFirst } from '../nl/first.ts'

export const enFirst: typeof nlFirst = {
  locale: 'en-GB',
  languageName: 'English',
  direction: 'ltr',
  ...enAlarms,
  ...enCircle,
  ...enConversations,
  ...enField,
  ...enGeneral,
  ...enGoals,
  ...enHistory,
  ...enInstall,
  ...enLock,
  ...enNewCard,
  ...enOutside,
  ...enOverview,
  ...enOwnKeys,
  ...enStory,
  ...enReadAloud,
  ...enTakeOut,
  ...enToday,
  ...enWorker,
}
