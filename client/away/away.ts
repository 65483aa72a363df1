/**
 * The page that leaving fast shows at once: the month, as any calendar. It has no word of the app, and needs no connection;
 * with one it goes on to the neutral site. The day's words lead back, to the empty page that "back" shows too.
 */
import { goOn } from './go-on.ts'
import { toMonth } from './month.ts'
import './away.css'

const readSession = (): Storage | null => {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

/** A fresh answer of the place that the app came from; not of the copy that the browser keeps. */
const isReached = (patience: number): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(
    () => true,
    () => false,
  )

const cell = (name: 'th' | 'td', text: string): HTMLTableCellElement =>
  Object.assign(document.createElement(name), { textContent: text })

const draw = (): void => {
  const locale = navigator.language
  const month = toMonth(new Date(), locale)
  document.documentElement.lang = locale
  document.title = month.title
  const heading = document.createElement('h1')
  heading.append(Object.assign(document.createElement('a'), { href: '/', textContent: month.today }))
  const table = document.createElement('table')
  table
    .createTHead()
    .insertRow()
    .append(...month.weekdays.map((name) => cell('th', name)))
  const body = table.createTBody()
  for (const week of month.weeks)
    body.insertRow().append(
      ...week.map((day) => {
        const made = cell('td', day === null ? '' : String(day))
        if (day === month.day) made.setAttribute('aria-current', 'date')
        return made
      }),
    )
  document.querySelector('main')?.append(heading, table)
}

draw()
void goOn({ session: readSession(), location: window.location, isReached })
