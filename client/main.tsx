/** Composition root: builds the real platform, environment and device, and renders the app. */
import { render } from 'solid-js/web'
import { App } from '#app/app.tsx'
import { createClock, deviceNow } from '#app/browser/clock.ts'
import { createPlatform } from '#app/browser/create-platform.ts'
import { createWords } from '#app/browser/create-words.ts'
import { createDevice } from '#device/device.ts'
import { watchForCards } from '#app/browser/incoming-card.ts'
import { warnBeforeClosing } from '#app/browser/warn-before-closing.ts'
import { watchForInstall } from '#app/browser/install-prompt.ts'
import { createBrowserEnvironment, relayAddress } from '#app/browser/environment.ts'
import { createForNow } from '#app/browser/only-for-now.ts'
import { InsecurePage } from '#app/shell/insecure-page.tsx'
import { comeBack, createExit, hasLeft, leaveFast, watchForLeaving } from '#app/browser/leave-fast.ts'
import { LeftPage } from '#app/shell/left-page.tsx'
import { createUsedChannel, lockWhenIdle } from '#app/browser/lock-when-idle.ts'
import { lockWhenLeft } from '#app/browser/lock-when-left.ts'
import { createWebAuthenticator, findWebAuthn } from '#app/browser/web-authenticator.ts'
import { createLockedCover } from '#app/shell/locked-cover.tsx'
import { outliveTranslation } from '#app/browser/outlive-translation.ts'
import { createSettings } from '#app/browser/settings.ts'
import { followUpdates, isReplaced } from '#app/browser/updates.ts'

const { APP_NAME, LEAVE_URL, RELAY_URL } = import.meta.env

/** Reading the property itself throws where storage is forbidden. */
const readLocalStorage = (): Storage | null => {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

const main = async (): Promise<void> => {
  const cards = watchForCards(window)
  const askToInstall = watchForInstall(window)
  const root = document.querySelector('#app')
  if (root === null) return
  const exit = createExit()
  let lockOthers = (): void => {}
  const leave = (): void => {
    leaveFast(exit, LEAVE_URL)
    lockOthers()
  }
  watchForLeaving(exit, leave)
  const settings = createSettings(readLocalStorage())
  const clock = createClock(settings)
  const words = await createWords(settings, navigator.languages, document.documentElement)
  const show = (page: Parameters<typeof render>[0]): void => {
    root.replaceChildren()
    render(page, root)
  }
  if (hasLeft(exit.session)) return show(() => <LeftPage copy={words.copy()} onOpen={() => comeBack(exit)} />)
  if (!window.isSecureContext) return show(() => <InsecurePage copy={words.copy()} />)
  const lockedCover = createLockedCover(exit, words.copy, leave)
  const updates = followUpdates(() => isReplaced(import.meta.url))
  const { device, background } = await createDevice({
    environment: createBrowserEnvironment(clock),
    relay: relayAddress(RELAY_URL, window.location),
    appUrl: `${window.location.origin}${window.location.pathname}`,
    removeSettings: () => settings.clear(),
    forNow: createForNow(() => window.sessionStorage),
    unlocking: {
      authenticator: createWebAuthenticator(findWebAuthn(APP_NAME)),
      ...lockedCover,
      showLocked(door) {
        lockOthers = door.lockOthers
        lockedCover.showLocked(door)
      },
      startAnew: () => window.location.reload(),
    },
    startAnew() {
      window.location.replace('#/')
      window.location.reload()
    },
  })
  settings.keepWhile(() => {
    const storage = device.storage()
    return storage.name === 'ready' || storage.reason !== 'chosen'
  })
  warnBeforeClosing(window, document.documentElement, device)
  background.start()
  const { lock } = device
  if (lock !== null) {
    lockOthers = () => lock.lockOthers()
    lockWhenIdle(lock, { window, document, channel: createUsedChannel(), now: deviceNow })
    lockWhenLeft(lock, { window, document, cover: lockedCover.cover })
  }
  lockedCover.uncover()
  outliveTranslation(document.body)
  show(() => (
    <App
      device={device}
      words={words}
      platform={createPlatform(APP_NAME, { cards, askToInstall }, clock)}
      leave={leave}
      needRefresh={updates.needRefresh}
      onUpdate={updates.update}
    />
  ))
  // Behind the first screen:
  const [{ guardTaps }, { keepStill }] = await Promise.all([
    import('#ui/guard-taps.ts'),
    import('#app/browser/keep-still.ts'),
  ])
  guardTaps(window)
  keepStill()
}

void main()
