/** Words on a screen that did not come from copy/: the pseudo language marks every text of its own. */
import type { Page } from '@playwright/test'

/** Names that are the same in every language, and addresses. */
const NAMES = /\b(Weef|Nederlands|English)\b|https?:\/\/\S*/g
const MARKED = /⟦[^⟦⟧]*⟧/g

/** All text that can be read or heard. */
const readAll = (): readonly string[] => {
  const scope = document.querySelector('[role=alertdialog], [role=dialog]') ?? document.body
  const texts: string[] = []
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (parent === null || parent.matches('script, style, noscript') || !parent.checkVisibility()) continue
    texts.push(walker.currentNode.textContent ?? '')
  }
  for (const element of scope.querySelectorAll('*')) {
    if (!element.checkVisibility()) continue
    for (const attribute of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'data-placeholder'])
      texts.push(element.getAttribute(attribute) ?? '')
    if (element instanceof HTMLInputElement && element.type === 'text') texts.push(element.value)
  }
  return texts
}

const withoutMarked = (text: string): string => {
  const rest = text.replaceAll(MARKED, '')
  return rest === text ? rest : withoutMarked(rest)
}

/** `typed`: words that people wrote themselves. */
export const findStrayWords = async (page: Page, typed: Iterable<string>): Promise<readonly string[]> => {
  const known = [...typed]
  const texts = await page.evaluate(readAll)
  return [...new Set(texts.map((text) => withoutMarked(text).replaceAll(NAMES, '').trim()))]
    .filter((rest) => /\p{L}/u.test(rest) && !known.some((words) => words.includes(rest)))
    .map((rest) => `not from copy/: “${rest}”`)
}

/** By the page's own language list, so that nothing open closes; the list never offers it. */
export const speakPseudo = async (page: Page): Promise<void> => {
  const before = await page.evaluate(() => {
    const list = [...document.querySelectorAll('select')].find((one) => one.querySelector('[value=nl]'))
    const language = localStorage.getItem('language') ?? list?.value ?? 'nl'
    if (list === undefined) localStorage.setItem('language', 'pseudo')
    else {
      list.add(new Option('⟦⟧', 'pseudo'))
      list.value = 'pseudo'
      list.dispatchEvent(new Event('change', { bubbles: true }))
    }
    return { list: list !== undefined, language }
  })
  if (!before.list) await page.reload()
  await page.waitForFunction(() => document.documentElement.dir === 'rtl')
}

export const speakDutch = async (page: Page): Promise<void> => {
  const list = await page.evaluate(() => {
    const found = [...document.querySelectorAll('select')].find((one) => one.querySelector('[value=nl]'))
    if (found === undefined) {
      localStorage.setItem('language', 'nl')
      return false
    }
    found.value = 'nl'
    found.dispatchEvent(new Event('change', { bubbles: true }))
    found.querySelector('[value=pseudo]')?.remove()
    return true
  })
  if (!list) await page.reload()
  await page.waitForFunction(() => document.documentElement.dir === 'ltr')
}
