/** A screen that cannot be fetched, in the frame of the app: it says so, and is there once it can. */
import { cleanup, fireEvent, render, screen as page } from '@solidjs/testing-library'
import { HashRouter, Route } from '@solidjs/router'
import type { Component, ParentProps } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createWords } from '#app/browser/create-words.ts'
import { nl } from '#copy/nl.ts'
import { lazyPart } from '#reactive/lazy-part.ts'
import { DeviceContext } from '#reactive/use-device.ts'
import { LanguageContext } from '#reactive/use-language.ts'
import { PlatformContext } from '#reactive/use-platform.ts'
import { createFakeDevice, createFakePlatform } from '#testing/fake-device.ts'
import { workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { Shell } from './shell.tsx'

afterEach(cleanup)

const show = async (load: () => Promise<Component>) => {
  const words = await createWords(null, ['nl'], document.documentElement)
  const Part = lazyPart(load)
  window.location.hash = '/'
  render(() => (
    <LanguageContext.Provider value={words}>
      <PlatformContext.Provider value={createFakePlatform().platform}>
        <DeviceContext.Provider value={createFakeDevice({}).device}>
          <HashRouter
            root={(route) => (
              <Shell leave={() => {}} needRefresh={() => false} onUpdate={() => {}}>
                {route.children}
              </Shell>
            )}
          >
            <Route path="/" component={() => <h1>thuis</h1>} />
            <Route path="/frame" component={(frame: ParentProps) => <div>{frame.children}</div>}>
              <Route path="/" component={() => <h1>overzicht</h1>} />
              <Route path="/part" component={Part} />
            </Route>
          </HashRouter>
        </DeviceContext.Provider>
      </PlatformContext.Provider>
    </LanguageContext.Provider>
  ))
  await page.findByText('thuis')
}
const goTo = (path: string): void => void (window.location.hash = path)
const untilThere = () => {
  let isThere = false
  return {
    load: async (): Promise<Component> => {
      if (!isThere) throw new TypeError('Failed to fetch.')
      return () => <h1>deel</h1>
    },
    come: () => void (isThere = true),
  }
}

test('it says so, and one tap has it once there is a connection again', async () => {
  const { load, come } = untilThere()
  await show(load)
  goTo('/frame/part')
  await page.findByRole('heading', { name: nl.general.notFetched.title })
  fireEvent.click(page.getByRole('button', { name: nl.general.notFetched.again }))
  await page.findByRole('heading', { name: nl.general.notFetched.title }) // still not
  come()
  fireEvent.click(page.getByRole('button', { name: nl.general.notFetched.again }))
  await page.findByRole('heading', { name: 'deel' })
})

test('whoever goes elsewhere finds what is there, beside it in the same frame too, and it later', async () => {
  const { load, come } = untilThere()
  await show(load)
  goTo('/frame/part')
  await page.findByRole('heading', { name: nl.general.notFetched.title })
  goTo('/frame')
  await page.findByRole('heading', { name: 'overzicht' })
  come()
  goTo('/frame/part')
  await page.findByRole('heading', { name: 'deel' })
})

test('a screen that breaks is another matter: Weef is to be opened anew', async () => {
  await show(async () => () => {
    throw new Error('A fault of ours.')
  })
  goTo('/frame/part')
  await page.findByRole('heading', { name: nl.general.brokenScreen.title })
  expect(page.queryByRole('button', { name: nl.general.notFetched.again })).toBeNull()
})

test('a plan that a part of the app is missing for is told apart from a damaged one, and tried again with one tap', async () => {
  const { device } = await renderApp(`/plan/${workspaceId(7)}`, {
    openState: { name: 'failed', reason: 'not-fetched' },
  })
  await page.findByText(nl.opening.failed['not-fetched'].text)
  fireEvent.click(page.getByRole('button', { name: nl.general.notFetched.again }))
  expect(device.asked.triedAgain).toBe(1)
})
