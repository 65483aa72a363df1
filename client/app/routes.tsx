/** Which screen stands where. Home comes with the first load; the others are fetched when first needed, and then kept. */
import { lazy, type ParentProps } from 'solid-js'
import { Navigate, Route } from '@solidjs/router'
import { HomeScreen } from '#features/home/home-screen.tsx'
import { paths } from '#reactive/paths.ts'

const StartScreen = lazy(() => import('#features/start/start-screen.tsx').then((m) => ({ default: m.StartScreen })))
const OpenScreen = lazy(() => import('#features/open/open-screen.tsx').then((m) => ({ default: m.OpenScreen })))
const JoinScreen = lazy(() => import('#features/join/join-screen.tsx').then((m) => ({ default: m.JoinScreen })))
const AboutScreen = lazy(() => import('#features/about/about-screen.tsx').then((m) => ({ default: m.AboutScreen })))
const PlanScreen = lazy(() => import('#features/plan/plan-screen.tsx').then((m) => ({ default: m.PlanScreen })))
const StoryScreen = lazy(() => import('#features/story/story-screen.tsx').then((m) => ({ default: m.StoryScreen })))
const PeopleScreen = lazy(() => import('#features/people/people-screen.tsx').then((m) => ({ default: m.PeopleScreen })))
const InviteScreen = lazy(() => import('#features/invite/invite-screen.tsx').then((m) => ({ default: m.InviteScreen })))
const ManageScreen = lazy(() => import('#features/manage/manage-screen.tsx').then((m) => ({ default: m.ManageScreen })))

/** One column in the middle: every screen that is not inside a plan. */
const Column = (props: ParentProps) => <div class="ap-column">{props.children}</div>

export const Routes = () => (
  <>
    <Route component={Column}>
      <Route path="/" component={HomeScreen} />
      <Route path="/start" component={StartScreen} />
      <Route path="/open" component={OpenScreen} />
      <Route path="/about" component={AboutScreen} />
      <Route path="/join/:link" component={JoinScreen} />
    </Route>
    <Route path="/plan/:id" component={PlanScreen}>
      <Route path="/" component={StoryScreen} />
      <Route path="/people" component={PeopleScreen} />
      <Route path="/invite" component={InviteScreen} />
      <Route path="/manage" component={ManageScreen} />
    </Route>
    <Route path="*" component={() => <Navigate href={paths.home} />} />
  </>
)
