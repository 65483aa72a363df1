/** Routes and their screens. Home is in the first bundle; the others are fetched when first needed, and kept. */
import { type Component, onMount, type ParentProps } from 'solid-js'
import { Navigate, Route } from '@solidjs/router'
import { HomeScreen } from '#features/home/home-screen.tsx'
import type { InvitationTexts } from '#ports/device.ts'
import { paths } from '#reactive/paths.ts'
import { lazyWithWords } from '#reactive/with-words.tsx'

/** Screens that read invitations: how is up to keys, which home does without. */
const withTexts = async (screen: Promise<Component<{ texts: InvitationTexts }>>) => {
  const [Screen, { invitationTexts }] = await Promise.all([screen, import('#device/invitation/read-invitation.ts')])
  return () => <Screen texts={invitationTexts} />
}

const StartScreen = lazyWithWords('plan', () => import('#features/start/start-screen.tsx').then((m) => m.StartScreen))
const OpenScreen = lazyWithWords('plan', () =>
  withTexts(import('#features/open/open-screen.tsx').then((m) => m.OpenScreen)),
)
const JoinScreen = lazyWithWords('plan', () =>
  withTexts(import('#features/join/join-screen.tsx').then((m) => m.JoinScreen)),
)
const TodayScreen = lazyWithWords('more', () => import('#features/today/today-screen.tsx').then((m) => m.TodayScreen))
const AboutScreen = lazyWithWords('aside', () => import('#features/about/about-screen.tsx').then((m) => m.AboutScreen))
const MeScreen = lazyWithWords('more', () => import('#features/me/me-screen.tsx').then((m) => m.MeScreen))
const CardScreen = lazyWithWords('more', () => import('#features/card/card-screen.tsx').then((m) => m.CardScreen))
const PutBackScreen = lazyWithWords('more', () =>
  import('#features/backup/put-back-screen.tsx').then((m) => m.PutBackScreen),
)
/** The overview stands in the plan's frame before there is a plan, and is kept from all of its screens. */
const PlanScreen = lazyWithWords('plan', async () => {
  const [{ PlanScreen: Frame }, { SeenOverview }, { KeepSeen }] = await Promise.all([
    import('#features/plan/plan-screen.tsx'),
    import('#features/overview/seen-overview.tsx'),
    import('#features/overview/keep-seen.tsx'),
  ])
  const Keep = () => {
    // An invitation and the overview wait for less without them; a tap on a part finds it here, also where the line has gone.
    onMount(() => void GoalsScreen.preload().catch(() => {})) // told where it is shown
    return <KeepSeen />
  }
  return (props: ParentProps) => (
    <Frame seen={SeenOverview} keep={Keep}>
      {props.children}
    </Frame>
  )
})
const ImportScreen = lazyWithWords('more', () =>
  import('#features/import/import-screen.tsx').then((m) => m.ImportScreen),
)
const OverviewScreen = lazyWithWords('plan', () =>
  import('#features/overview/overview-screen.tsx').then((m) => m.OverviewScreen),
)
const WheelScreen = lazyWithWords('plan', () => import('#features/wheel/wheel-screen.tsx').then((m) => m.WheelScreen))
const GoalsScreen = lazyWithWords('plan', () => import('#features/goals/goals-screen.tsx').then((m) => m.GoalsScreen))
const GoalScreen = lazyWithWords('plan', () => import('#features/goals/goal-screen.tsx').then((m) => m.GoalScreen))
const ConversationsScreen = lazyWithWords('more', () =>
  import('#features/conversations/conversations-screen.tsx').then((m) => m.ConversationsScreen),
)
const ConversationScreen = lazyWithWords('more', () =>
  import('#features/conversations/conversation-screen.tsx').then((m) => m.ConversationScreen),
)
const ContactScreen = lazyWithWords('more', () =>
  import('#features/contact/contact-screen.tsx').then((m) => m.ContactScreen),
)
const StoryScreen = lazyWithWords('plan', () => import('#features/story/story-screen.tsx').then((m) => m.StoryScreen))
const PeopleScreen = lazyWithWords('more', () =>
  import('#features/people/people-screen.tsx').then((m) => m.PeopleScreen),
)
const InviteScreen = lazyWithWords('more', () =>
  import('#features/invite/invite-screen.tsx').then((m) => m.InviteScreen),
)
const HistoryScreen = lazyWithWords('more', () =>
  import('#features/history/history-screen.tsx').then((m) => m.HistoryScreen),
)
const ManageScreen = lazyWithWords('more', () =>
  import('#features/manage/manage-screen.tsx').then((m) => m.ManageScreen),
)

/** One centred column, for every screen outside a plan. */
const Column = (props: ParentProps) => <div class="ap-column">{props.children}</div>

export const Routes = () => (
  <>
    <Route component={Column}>
      <Route path="/" component={HomeScreen} />
      <Route path="/start" component={StartScreen} />
      <Route path="/open" component={OpenScreen} />
      <Route path="/import" component={ImportScreen} />
      <Route path="/today" component={TodayScreen} />
      <Route path="/about" component={AboutScreen} />
      <Route path="/me" component={MeScreen} />
      <Route path="/card" component={CardScreen} />
      <Route path="/put-back" component={PutBackScreen} />
      <Route path="/join/:link" component={JoinScreen} />
    </Route>
    <Route path="/plan/:id" component={PlanScreen}>
      <Route path="/" component={OverviewScreen} />
      <Route path="/story" component={StoryScreen} />
      <Route path="/wheel" component={WheelScreen} />
      <Route path="/goals" component={GoalsScreen} />
      <Route path="/goals/:goal" component={GoalScreen} />
      <Route path="/conversations" component={ConversationsScreen} />
      <Route path="/conversations/:conversation" component={ConversationScreen} />
      <Route path="/contact" component={ContactScreen} />
      <Route path="/people" component={PeopleScreen} />
      <Route path="/invite" component={InviteScreen} />
      <Route path="/changes" component={HistoryScreen} />
      <Route path="/manage" component={ManageScreen} />
    </Route>
    <Route path="*" component={() => <Navigate href={paths.home} />} />
  </>
)
