/** The app as one component. Everything outside it is passed in as props; `main.tsx` passes the real implementations. */
import type { Accessor, ParentProps } from 'solid-js'
import { HashRouter } from '@solidjs/router'
import type { Device } from '#ports/device.ts'
import { LanguageContext, type ChosenLanguage, useFirstCopy } from '#reactive/use-language.ts'
import { useDraftsOf } from '#reactive/use-drafts.ts'
import { DeviceContext } from '#reactive/use-device.ts'
import { useSpeech } from '#reactive/use-speech.ts'
import type { Platform } from '#ports/platform.ts'
import { PlatformContext } from '#reactive/use-platform.ts'
import { DraftsContext } from '#ui/draft.ts'
import { ReadAloudProvider } from '#ui/read-aloud.tsx'
import '#ui/base.css'
import { Routes } from './routes.tsx'
import { Shell } from './shell/shell.tsx'

export type AppProps = {
  readonly device: Device
  readonly words: ChosenLanguage
  readonly platform: Platform
  readonly leave: () => void
  readonly needRefresh: Accessor<boolean>
  readonly onUpdate: () => void
}

export const App = (props: AppProps) => (
  <LanguageContext.Provider value={props.words}>
    <PlatformContext.Provider value={props.platform}>
      <DeviceContext.Provider value={props.device}>
        <HashRouter
          root={(route) => (
            <Aloud>
              <Shell leave={props.leave} needRefresh={props.needRefresh} onUpdate={props.onUpdate}>
                {route.children}
              </Shell>
            </Aloud>
          )}
        >
          <Routes />
        </HashRouter>
      </DeviceContext.Provider>
    </PlatformContext.Provider>
  </LanguageContext.Provider>
)

const Aloud = (props: ParentProps) => {
  const copy = useFirstCopy()
  return (
    <ReadAloudProvider speech={useSpeech()} words={copy().readAloud}>
      <DraftsContext.Provider value={useDraftsOf(null)}>{props.children}</DraftsContext.Provider>
    </ReadAloudProvider>
  )
}
