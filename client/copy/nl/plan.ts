/** Dutch, what a plan needs beside that: the ways into it, the overview, the story, the wheel, the goals. */
import { nlAlarms } from './plan/alarms.ts'
import { nlCircle } from './plan/circle.ts'
import { nlConversations } from './plan/conversations.ts'
import { nlGeneral } from './plan/general.ts'
import { nlGoals } from './plan/goals.ts'
import { nlHistory } from './plan/history.ts'
import { nlHome } from './plan/home.ts'
import { nlNewCard } from './plan/new-card.ts'
import { nlOutside } from './plan/outside.ts'
import { nlOverview } from './plan/overview.ts'
import { nlOwnKeys } from './plan/own-keys.ts'
import { nlPractice } from './plan/practice.ts'
import { nlStory } from './plan/story.ts'
import { nlTakeOut } from './plan/take-out.ts'
import { nlTogether } from './plan/together.ts'
import { nlWheel } from './plan/wheel.ts'

export const nlPlan = {
  ...nlAlarms,
  ...nlCircle,
  ...nlConversations,
  ...nlGeneral,
  ...nlGoals,
  ...nlHistory,
  ...nlHome,
  ...nlNewCard,
  ...nlOutside,
  ...nlOverview,
  ...nlOwnKeys,
  ...nlPractice,
  ...nlStory,
  ...nlTakeOut,
  ...nlTogether,
  ...nlWheel,
}
