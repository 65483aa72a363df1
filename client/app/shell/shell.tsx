/**
 * The frame of every screen: the bar with the way out, the update banner, and a footer with privacy, what is mine (the size of
 * letters, the key card) and the language.
 */
import { useLocation } from '@solidjs/router'
import {
  createEffect,
  createSignal,
  ErrorBoundary,
  on,
  Show,
  Suspense,
  type Accessor,
  type ParentProps,
} from 'solid-js'
import { paths, toHref } from '#reactive/paths.ts'
import { NotFetched } from '#reactive/lazy-part.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { TopBarContext, type TopBarContents } from '#reactive/use-top-bar.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { LeavingContext } from '#ui/leave-button.tsx'
import { Screen } from '#ui/screen.tsx'
import { TopBar } from '#ui/top-bar.tsx'
import { followDetails } from './follow-details.ts'
import { keepFocus } from './keep-focus.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { OnlyForNowLine } from './only-for-now-line.tsx'
import { reopenCurrentLink } from './reopen-current-link.ts'
import { UpdateBanner } from './update-banner.tsx'
import './shell.css'

export const Shell = (
  props: ParentProps<{ leave: () => void; needRefresh: Accessor<boolean>; onUpdate: () => void }>,
) => {
  const copy = useFirstCopy()
  const platform = usePlatform()
  const device = useDevice()
  const location = useLocation()
  const [bar, setBar] = createSignal<TopBarContents | null>(null)
  /** Home has a larger one, once there is a plan. */
  const hasOwnWay = () =>
    location.pathname === paths.me || (location.pathname === paths.home && device.plans().length > 0)
  reopenCurrentLink()
  keepFocus()
  followDetails()
  return (
    <LeavingContext.Provider value={{ label: () => copy().general.leave, leave: () => props.leave() }}>
      <TopBarContext.Provider value={{ fill: (contents) => setBar(() => contents) }}>
        <a
          class="ap-skip"
          href="#content"
          onClick={(event) => {
            // The fragment belongs to the router: move the focus without changing it.
            event.preventDefault()
            document.querySelector<HTMLElement>('#content h1')?.focus()
          }}
        >
          {copy().general.skipToContent}
        </a>
        <TopBar
          name={bar()?.name() ?? platform.appName}
          homeHref={toHref(paths.home)}
          homeLabel={copy().general.toHome}
          status={bar()?.status()}
        />
        <OnlyForNowLine />
        <UpdateBanner needRefresh={props.needRefresh} onUpdate={props.onUpdate} />
        <ErrorBoundary fallback={(error, again) => <Broken isHere={!(error instanceof NotFetched)} again={again} />}>
          <Suspense fallback={<p class="ap-wait soft">{copy().general.wait}</p>}>{props.children}</Suspense>
        </ErrorBoundary>
        <footer class="ap-foot no-print">
          <a class="ap-about" href={toHref(paths.about)}>
            {copy().home.about}
          </a>
          <Show when={!hasOwnWay()}>
            <a class="ap-about" href={toHref(paths.me)}>
              {copy().me.title}
            </a>
          </Show>
          <LanguageSwitch />
        </footer>
      </TopBarContext.Provider>
    </LeavingContext.Provider>
  )
}

/** `isHere`: the screen is, and broke. Whoever goes elsewhere, or comes back, finds what is there. */
const Broken = (props: { isHere: boolean; again: () => void }) => {
  const copy = useFirstCopy()
  const platform = usePlatform()
  const location = useLocation()
  const words = () => (props.isHere ? copy().general.brokenScreen : copy().general.notFetched)
  createEffect(on(() => location.pathname, props.again, { defer: true }))
  return (
    <div class="ap-column">
      <Screen title={words().title}>
        <p role="alert">{words().text}</p>
        <Show
          when={props.isHere}
          fallback={
            <Button look="main" wide onClick={() => props.again()}>
              {copy().general.notFetched.again}
            </Button>
          }
        >
          <Button look="main" wide onClick={() => platform.reload()}>
            {copy().general.reload}
          </Button>
        </Show>
        <LinkButton wide href={toHref(paths.home)}>
          {copy().opening.toHome}
        </LinkButton>
      </Screen>
    </div>
  )
}
