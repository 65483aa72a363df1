/** What somebody has copied. */
import type { Person } from './people.ts'

/** Pastes the clipboard into a field, as people do: the page itself may not read it. */
export const paste = async (one: Person): Promise<string> => {
  const page = one.page()
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    document.body.append(field)
    field.focus()
  })
  await page.keyboard.press('ControlOrMeta+v')
  return page.evaluate(() => {
    const field = document.querySelector('body > textarea')
    field?.remove()
    return field instanceof HTMLTextAreaElement ? field.value : ''
  })
}
