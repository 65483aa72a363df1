/** Whatever stands in the setting, the app starts. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { NO_DETAILS } from '#domain/home/details.ts'
import { formatHomeCache, type HomeCache, NO_HOME, parseHomeCache } from './home-cache.ts'

const [home, plan] = [1, 2].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill)))

test('what was stored is read as it was', () => {
  const cache: HomeCache = {
    home: home!,
    me: { name: 'Wanda', colour: 3, language: 'nl', textSize: 'large' },
    metMe: { ...NO_DETAILS, name: 'Wanda' },
    metPlans: new Map([[plan!, { title: 'Samen', archived: true }]]),
    takenOff: [plan!],
  }
  expect(parseHomeCache(formatHomeCache(cache))).toEqual(cache)
})

test('anything else counts as never met', () => {
  for (const text of [null, '', '{', '7', '[]', '{"home":7,"me":[],"metPlans":{"x":{}},"takenOff":["x",7]}'])
    expect(parseHomeCache(text)).toEqual(NO_HOME)
  const parts = fc.constantFrom('home', 'me', 'metMe', 'metPlans', 'takenOff')
  fc.assert(
    fc.property(fc.dictionary(parts, fc.jsonValue()), (stored) => {
      const cache = parseHomeCache(JSON.stringify(stored))
      expect(parseHomeCache(formatHomeCache(cache))).toEqual(cache)
    }),
  )
})
