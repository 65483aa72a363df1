import { expect, test } from 'vitest'
import { watchForInstall } from './install-prompt.ts'

const createQuestion = () => {
  const asked: number[] = []
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: async () => void asked.push(1),
  })
  return { event, asked }
}

test('the browser’s question waits until somebody wants it, and is asked once', () => {
  const page = new EventTarget()
  const ask = watchForInstall(page)
  expect(ask()).toBeNull()
  const { event, asked } = createQuestion()
  page.dispatchEvent(event)
  expect([event.defaultPrevented, asked.length]).toEqual([true, 0])
  ask()?.()
  expect([ask(), asked.length]).toEqual([null, 1])
})

test('once installed, or where the browser has no question, there is nothing to ask', () => {
  const page = new EventTarget()
  const ask = watchForInstall(page)
  page.dispatchEvent(new Event('beforeinstallprompt'))
  expect(ask()).toBeNull()
  page.dispatchEvent(createQuestion().event)
  page.dispatchEvent(new Event('appinstalled'))
  expect(ask()).toBeNull()
})
