/** English, what a plan needs beside that. */
import { enAlarms } from './plan/alarms.ts'
import { enCircle } from './plan/circle.ts'
import { enConversations } from './plan/conversations.ts'
import { enGeneral } from './plan/general.ts'
import { enGoals } from './plan/goals.ts'
import { enHistory } from './plan/history.ts'
import { enHome } from './plan/home.ts'
import { enNewCard } from './plan/new-card.ts'
import { enOutside } from './plan/outside.ts'
import { enOverview } from './plan/overview.ts'
import { enOwnKeys } from './plan/own-keys.ts'
import { enPractice } from './plan/practice.ts'
import { enStory } from './plan/story.ts'
import { enTakeOut } from './plan/take-out.ts'
import { enTogether } from './plan/together.ts'
import { enWheel } from './plan/wheel.ts'
import type { nlPlan } from '../nl/plan.ts'

export const enPlan: typeof nlPlan = {
  ...enAlarms,
  ...enCircle,
  ...enConversations,
  ...enGeneral,
  ...enGoals,
  ...enHistory,
  ...enHome,
  ...enNewCard,
  ...enOutside,
  ...enOverview,
  ...enOwnKeys,
  ...enPractice,
  ...enStory,
  ...enTakeOut,
  ...enTogether,
  ...enWheel,
}
