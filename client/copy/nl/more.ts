/** Dutch, the rest: screens that are opened now and then. */
import { nlAlarms } from './more/alarms.ts'
import { nlBackup } from './more/backup.ts'
import { nlCircle } from './more/circle.ts'
import { nlConversations } from './more/conversations.ts'
import { nlHistory } from './more/history.ts'
import { nlHome } from './more/home.ts'
import { nlInstall } from './more/install.ts'
import { nlLock } from './more/lock.ts'
import { nlNewCard } from './more/new-card.ts'
import { nlOwnKeys } from './more/own-keys.ts'
import { nlStory } from './more/story.ts'
import { nlTakeOut } from './more/take-out.ts'
import { nlToday } from './more/today.ts'
import { nlTogether } from './more/together.ts'

export const nlMore = {
  ...nlAlarms,
  ...nlBackup,
  ...nlCircle,
  ...nlConversations,
  ...nlHistory,
  ...nlHome,
  ...nlInstall,
  ...nlLock,
  ...nlNewCard,
  ...nlOwnKeys,
  ...nlStory,
  ...nlTakeOut,
  ...nlToday,
  ...nlTogether,
}
