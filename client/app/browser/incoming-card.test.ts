/** A card in the address: taken out before the router or anything else can read it. */
import { expect, test } from 'vitest'
import { watchForCards } from './incoming-card.ts'

const CARD = '4Z2K9QXMT0BHWNE7RGVDSC1P3J5A'

const createPage = (hash: string) => {
  const listeners: (() => void)[] = []
  const shown: string[] = []
  const location = { hash }
  const page = {
    location,
    history: {
      state: { depth: 2 },
      replaceState: (_state: unknown, _unused: string, address: string) => void (location.hash = address),
    },
    addEventListener: (_name: string, run: () => void, capture: boolean) => {
      expect(capture).toBe(true)
      listeners.push(run)
    },
  }
  /** A router reads the address whenever it changes. */
  const go = (next: string): void => {
    location.hash = next
    for (const run of listeners) run()
    shown.push(location.hash)
  }
  return { page, go, shown, location }
}

test.each([`#/card/${CARD}`, `#/card/4Z2K-9QXM`, '#/card/%34Z2K%209QXM', '#/card/%E0%A4%A'])(
  'at the start: %s',
  (hash) => {
    const { page, location } = createPage(hash)
    const cards = watchForCards(page)
    expect(location.hash).toBe('#/card')
    expect(cards.card()).toBe(hash === '#/card/%34Z2K%209QXM' ? '4Z2K 9QXM' : hash.slice('#/card/'.length))
    cards.forget()
    expect(cards.card()).toBeNull()
  },
)

test('in an app that is open already: the router never sees it', () => {
  const { page, go, shown } = createPage('#/plan/x')
  const cards = watchForCards(page)
  expect(cards.card()).toBeNull()
  go(`#/card/${CARD}`)
  expect(cards.card()).toBe(CARD)
  go('#/card/OTHER')
  expect([cards.card(), shown]).toEqual(['OTHER', ['#/card', '#/card']])
})

test.each(['', '#/', '#/card', '#/card/', '#/join/x.y', '#/plan/card/x'])('%j brings no card', (hash) => {
  const { page, location } = createPage(hash)
  expect(watchForCards(page).card()).toBeNull()
  expect(location.hash).toBe(hash)
})
