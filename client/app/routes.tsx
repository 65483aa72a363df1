/** Routes and their screens. Home is in the first bundle; the others are fetched when first needed, and kept. */
import { lazy, type ParentProps } from 'solid-js'
import { Navigate, Route } from '@solidjs/router'
import { HomeScreen } from '#features/home/home-screen.tsx'
import { paths } from '#reactive/paths.ts'

const StartScreen = lazy(() => import('#features/start/start-screen.tsx').then((m) => ({ default: m.StartScreen })))
const OpenScreen = lazy(() => import('#features/open/open-screen.tsx').then((m) => ({ default: m.OpenScreen })))
const JoinScreen = lazy(() => import('#features/join/join-screen.tsx').then((m) => ({ default: m.JoinScreen })))
const TodayScreen = lazy(() => import('#features/today/today-screen.tsx').then((m) => ({ default: m.TodayScreen })))
const AboutScreen = lazy(() => import('#features/about/about-screen.tsx').then((m) => ({ default: m.AboutScreen })))
const MeScreen = lazy(() => import('#features/me/me-screen.tsx').then((m) => ({ default: m.MeScreen })))
const CardScreen = lazy(() => import('#features/card/card-screen.tsx').then((m) => ({ default: m.CardScreen })))
const PutBackScreen = lazy(() =>
  import('#features/backup/put-back-screen.tsx').then((m) => ({ default: m.PutBackScreen })),
)
/** The overview stands in the plan's frame before there is a plan, and is kept from all of its screens. */
const PlanScreen = lazy(async () => {
  const [{ PlanScreen: Frame }, { SeenOverview }, { KeepSeen }] = await Promise.all([
    import('#features/plan/plan-screen.tsx'),
    import('#features/overview/seen-overview.tsx'),
    import('#features/overview/keep-seen.tsx'),
  ])
  return {
    default: (props: ParentProps) => (
      <Frame seen={SeenOverview} keep={KeepSeen}>
        {props.children}
      </Frame>
    ),
  }
})
const ImportScreen = lazy(() => import('#features/import/import-screen.tsx').then((m) => ({ default: m.ImportScreen })))
const OverviewScreen = lazy(() =>
  import('#features/overview/overview-screen.tsx').then((m) => ({ default: m.OverviewScreen })),
)
const WheelScreen = lazy(() => import('#features/wheel/wheel-screen.tsx').then((m) => ({ default: m.WheelScreen })))
const GoalsScreen = lazy(() => import('#features/goals/goals-screen.tsx').then((m) => ({ default: m.GoalsScreen })))
const GoalScreen = lazy(() => import('#features/goals/goal-screen.tsx').then((m) => ({ default: m.GoalScreen })))
const ConversationsScreen = lazy(() =>
  import('#features/conversations/conversations-screen.tsx').then((m) => ({ default: m.ConversationsScreen })),
)
const ConversationScreen = lazy(() =>
  import('#features/conversations/conversation-screen.tsx').then((m) => ({ default: m.ConversationScreen })),
)
const ContactScreen = lazy(() =>
  import('#features/contact/contact-screen.tsx').then((m) => ({ default: m.ContactScreen })),
)
const StoryScreen = lazy(() => import('#features/story/story-screen.tsx').then((m) => ({ default: m.StoryScreen })))
const PeopleScreen = lazy(() => import('#features/people/people-screen.tsx').then((m) => ({ default: m.PeopleScreen })))
const InviteScreen = lazy(() => import('#features/invite/invite-screen.tsx').then((m) => ({ default: m.InviteScreen })))
const HistoryScreen = lazy(() =>
  import('#features/history/history-screen.tsx').then((m) => ({ default: m.HistoryScreen })),
)
const ManageScreen = lazy(() => import('#features/manage/manage-screen.tsx').then((m) => ({ default: m.ManageScreen })))

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
