import { expect, test } from 'vitest'
import { goOn } from '../../away/go-on.ts'
import { comeBack, createShiftCounter, hasLeft, leaveFast, SHIFT_WITHIN_MS } from './leave-fast.ts'

const shift = (at: number, repeat = false) => ({ key: 'Shift', repeat, at })

test('Shift three times within the time leaves', () => {
  const count = createShiftCounter()
  expect([shift(0), shift(700), shift(SHIFT_WITHIN_MS)].map(count)).toEqual([false, false, true])
})

test('three presses over a longer time do not: somebody is typing capitals', () => {
  const count = createShiftCounter()
  expect([shift(0), shift(800), shift(SHIFT_WITHIN_MS + 1)].map(count)).toEqual([false, false, false])
})

test('another key in between, or a held Shift, does not count', () => {
  const count = createShiftCounter()
  expect([shift(0), shift(100), { key: 'A', repeat: false, at: 200 }, shift(300)].map(count)).not.toContain(true)
  expect([shift(1000), shift(1010, true), shift(1020, true)].map(createShiftCounter())).not.toContain(true)
})

const createFakeExit = (keepsPages = false) => {
  const steps: string[] = []
  const stored = new Map<string, string>()
  const exit = {
    root: {
      setAttribute: (name: string) => void steps.push(`blank ${name}`),
      removeAttribute: (name: string) => void steps.push(`show ${name}`),
    },
    session: {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => {
        steps.push('remember')
        stored.set(name, value)
      },
      removeItem: (name: string) => void stored.delete(name),
    },
    location: {
      replace: (address: string | URL) => void steps.push(`to ${address}`),
      reload: () => void steps.push('reload'),
    },
    silence: () => void steps.push('silence'),
    keepsPages: () => keepsPages,
  }
  return { exit, steps }
}

test('leaving blanks and silences the page first, remembers it, and only then navigates', () => {
  const { exit, steps } = createFakeExit()
  leaveFast(exit, 'https://weather.example/')
  expect(steps).toEqual(['blank data-left', 'silence', 'remember', 'to https://weather.example/'])
  expect(hasLeft(exit.session)).toBe(true)
})

test('where the browser keeps our own page, the way is by that page, which goes on once the network answers', async () => {
  const { exit, steps } = createFakeExit(true)
  leaveFast(exit, 'https://weather.example/')
  expect(steps.at(-1)).toBe('to /calendar.html')
  await goOn({ ...exit, isReached: async () => false })
  expect(steps.at(-1)).toBe('to /calendar.html')
  await goOn({ ...exit, isReached: async () => true })
  expect(steps.at(-1)).toBe('to https://weather.example/')
  expect(hasLeft(exit.session)).toBe(true)
})

test('the page goes nowhere by itself, and never to what is no site', async () => {
  const { exit, steps } = createFakeExit(true)
  await goOn({ ...exit, isReached: async () => true })
  exit.session.setItem('left', 'javascript:alert(1)')
  await goOn({ ...exit, isReached: async () => true })
  await goOn({ ...exit, session: null, isReached: async () => true })
  expect(steps).toEqual(['remember'])
})

test('a store that refuses does not prevent leaving, not even where our own page is kept', () => {
  const { exit, steps } = createFakeExit(true)
  exit.session.setItem = () => {
    throw new Error('full')
  }
  leaveFast(exit, 'https://weather.example/')
  expect(steps).toEqual(['blank data-left', 'silence', 'to https://weather.example/'])
})

test('coming back starts at home, not at the plan', () => {
  const { exit, steps } = createFakeExit()
  leaveFast(exit, 'https://weather.example/')
  steps.length = 0
  comeBack(exit)
  expect(hasLeft(exit.session)).toBe(false)
  expect(steps).toEqual(['to #/', 'reload'])
})
