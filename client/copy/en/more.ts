/** English, the rest. */
import { enAlarms } from './more/alarms.ts'
import { enBackup } from './more/backup.ts'
import { enCircle } from './more/circle.ts'
import { enConversations } from './more/conversations.ts'
import { enHistory } from './more/history.ts'
import { enHome } from './more/home.ts'
import { enInstall } from './more/install.ts'
import { enLock } from './more/lock.ts'
import { enNewCard } from './more/new-card.ts'
import { enOwnKeys } from './more/own-keys.ts'
import { enStory } from './more/story.ts'
import { enTakeOut } from './more/take-out.ts'
import { enToday } from './more/today.ts'
import { enTogether } from './more/together.ts'
import type { nlMore } from '../nl/more.ts'

export const enMore: typeof nlMore = {
  ...enAlarms,
  ...enBackup,
  ...enCircle,
  ...enConversations,
  ...enHistory,
  ...enHome,
  ...enInstall,
  ...enLock,
  ...enNewCard,
  ...enOwnKeys,
  ...enStory,
  ...enTakeOut,
  ...enToday,
  ...enTogether,
}
