/**
 * All visits, and what there is to visit according to the sources: comparing the two finds a new screen or dialog without a
 * visit.
 */
import { globSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { goals } from './goals.ts'
import { people } from './people.ts'
import { stopped } from './stopped.ts'
import { takingOut } from './taking-out.ts'
import { talking } from './talking.ts'
import { joining } from './joining.ts'
import { leaving } from './leaving.ts'
import { locking } from './locking.ts'
import { outside } from './outside.ts'
import type { Tour, Visit } from './visit.ts'
import { wheel } from './wheel.ts'
import { worker } from './worker.ts'
import { writing } from './writing.ts'

export const TOURS: readonly Tour[] = [
  outside,
  locking,
  joining,
  writing,
  people,
  leaving,
  stopped,
  wheel,
  goals,
  talking,
  takingOut,
  worker,
]

const CLIENT = join(import.meta.dirname, '..', '..', '..', 'client')
const sources = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: CLIENT })
    .filter((path) => !path.includes('.test.'))
    .map((path) => join(CLIENT, path))

/** The route table as written, with one level of nesting joined. */
const readRoutes = (): readonly string[] => {
  const outer: string[] = []
  const found = new Set<string>()
  for (const [tag, attributes = '', end] of readFileSync(join(CLIENT, 'app', 'routes.tsx'), 'utf8').matchAll(
    /<Route\b((?:=>|[^>])*?)(\/?)>|<\/Route>/g,
  )) {
    if (tag === '</Route>') outer.pop()
    else {
      const path = /path="([^"]*)"/.exec(attributes)?.[1] ?? ''
      const whole = `${outer.join('')}${path}`
      if (end === '/') found.add(whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole)
      else outer.push(path)
    }
  }
  return [...found]
}

/** Pages that replace the whole app, or come before it. */
const readPages = (): readonly string[] => [
  'index.html',
  ...sources('app/shell/*-page.tsx').map((path) => basename(path)),
]

/** The files that ask something in a dialog, once for each question. */
const readDialogs = (): readonly string[] =>
  sources('{app,editor,features}/**/*.tsx').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/<\w*Dialog\b/g)].map(() => `client/${relative(CLIENT, path)}`),
  )

const visits: readonly Visit[] = TOURS.flatMap((tour) => tour.visits)
const sorted = (all: Iterable<string>): readonly string[] => [...new Set(all)].toSorted()

export const toVisit = { at: sorted([...readRoutes(), ...readPages()]), dialogs: sorted(readDialogs()) }
export const visited = {
  at: sorted(visits.map(({ at }) => at)),
  dialogs: sorted(visits.flatMap(({ dialog }) => dialog ?? [])),
}

/** Whether the route table leads from an address to this screen. */
export const isAt = (route: string, address: string): boolean => {
  const hash = new URL(address).hash.replace(/\?.*$/, '') // the query selects within a screen
  if (!route.startsWith('/')) return route !== '*' || ['', '#/'].includes(hash)
  const pattern = route.replaceAll(/:\w+/g, '[^/]+')
  return new RegExp(`^#${pattern}$`).test(hash || '#/')
}
