import { expect, test } from 'vitest'
import { isWebView } from './web-view.ts'

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  ['Safari', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
  [
    'Chrome on Android',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
  ],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'],
])('%s is a browser', (_name, userAgent) => {
  expect(isWebView(userAgent, false)).toBe(false)
})

test.each([
  [
    'a web view on Android',
    'Mozilla/5.0 (Linux; Android 10; K; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  ],
  ['a web view on an iPhone', `${IPHONE} Mobile/15E148`],
  ['Instagram', `${IPHONE} Mobile/15E148 Instagram 300.0`],
  [
    'Facebook',
    'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/450.0;]',
  ],
])('%s discards what it stores', (_name, userAgent) => {
  expect(isWebView(userAgent, false)).toBe(true)
})

test('opened from its icon on an iPhone, Weef is no web view', () => {
  expect(isWebView(`${IPHONE} Mobile/15E148`, true)).toBe(false)
})
