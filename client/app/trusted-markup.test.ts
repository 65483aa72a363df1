import { describe, expect, test } from 'vitest'
import { MARKUP } from '#testing/hostile-words.ts'
import { isOurMarkup } from './trusted-markup.ts'

test.each([
  '',
  'words, 1 > 0 & so on',
  '<div><div class="a b"role=group aria-label="1 < 2"></div><!><p dir=auto>',
  '<svg viewBox="0 0 24 24"aria-hidden=true><path d="M3 3h2"></path></svg>',
  '<a class=x href=#content></a>',
  '<label></label><textarea class=sx-area maxlength=10>',
  '<textarea></textarea><p>words',
  '<p data-pm-slice="0 0 []"><a href="https://a.example">x</a><br></p>',
])('%s is ours', (html) => expect(isOurMarkup(html)).toBe(true))

/** Without a tag they are only words. */
const TAGS = MARKUP.filter((text) => /<[a-z!?/]/i.test(text) && !text.startsWith('<pre id'))

describe('what is not made of our own tags is refused whole', () => {
  test.each([
    ...TAGS,
    '<',
    '< p>',
    '<p',
    '<p onclick=x>',
    '<p class=a onclick=x>',
    '<p class="a"onclick=x>',
    '<p class=aonclick=x>x<p classonclick>',
    '<p style="color:red">',
    '<p class="a">x</p>\n<img src=x>',
    '<textarea>words',
    '<textarea><p title="</textarea><img>"></textarea>',
    '<textarea title="></textarea>"><p title="</textarea><img>">',
    '<a href=javascript:x>',
    '<a href=" javascript:x">',
    '<a href="java&#10;script:x">',
    '<a href=&#106;avascript:x>',
    '<svg><use href="data:x">',
    '<!--x-->',
    '<!doctype html>',
    '<p is="x-y">',
    '<x-y>',
  ])('%s', (html) => expect(isOurMarkup(html)).toBe(false))
})

test('a long text that is almost ours is refused in a moment', () => {
  expect(isOurMarkup(`<p ${'class=a '.repeat(20_000)}onclick=x>`)).toBe(false)
  expect(isOurMarkup(`<p class=${'aid=x'.repeat(20_000)}`)).toBe(false)
})
