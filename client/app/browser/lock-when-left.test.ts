import { expect, test } from 'vitest'
import { lockWhenLeft } from './lock-when-left.ts'

const open = (minutes: number | null) => {
  const steps: string[] = []
  const page = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  lockWhenLeft(
    {
      state: () => (minutes === null ? null : { minutes, settling: false }),
      lockHere: () => void steps.push('lock'),
    },
    {
      window: page as unknown as Window,
      document,
      cover: () => void steps.push('cover'),
    },
  )
  return {
    steps,
    leave: (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted })),
    comeBack: () => page.dispatchEvent(new Event('pageshow')),
    show: () => document.dispatchEvent(new Event('visibilitychange')),
  }
}

test('a page that the browser keeps is blank before it is left, and "back" finds it locked', () => {
  const page = open(5)
  page.leave(true)
  expect(page.steps).toEqual(['cover'])
  page.comeBack()
  expect(page.steps).toEqual(['cover', 'lock'])
})

test('a page that is shown again in another way is not left blank', () => {
  const page = open(5)
  page.show()
  page.leave(true)
  page.show()
  expect(page.steps).toEqual(['cover', 'lock'])
})

test.each([
  ['without a lock comes back as it was', null, true],
  ['that closes needs no cover', 5, false],
] as const)('a page %s', (_, minutes, persisted) => {
  const page = open(minutes)
  page.leave(persisted)
  page.comeBack()
  expect(page.steps).toEqual([])
})
