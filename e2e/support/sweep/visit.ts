/** One screen in one state, and how people get there. */
import type { Page } from '@playwright/test'
import type { Person } from '../people.ts'
import type { Relay } from '../relay.ts'

export type Stage = {
  /** A person of this tour, on a phone of their own; a second call returns the same person. */
  readonly meet: (name: string) => Promise<Person>
  readonly relay: Relay
  /** What people of this story keep outside of the app, by name. */
  readonly files: Map<string, string>
}

type Place = {
  /** A route in client/app/routes.tsx, or the file in client/ that is shown instead of the app. */
  readonly at: string
  /** The file that opens the dialog shown. */
  readonly dialog?: string
  /** Shown without the app: in both languages at once, without settings. */
  readonly bare?: boolean
}

export type Visit = Place & {
  readonly name: string
  /** Brings a person there. Visits of one tour run in order, and each starts where the previous one ended. */
  readonly show: (stage: Stage) => Promise<Page>
}

export type Tour = { readonly name: string; readonly visits: readonly Visit[] }

/** The actions that lead there; the screen is then open. */
type Go = (me: Person, stage: Stage) => Promise<unknown>

/** The visits of one person: `const fatma = visitsOf('Fatma')`. */
export const visitsOf =
  (who: string) =>
  (name: string, place: Place | string, go: Go): Visit => ({
    ...(typeof place === 'string' ? { at: place } : place),
    name,
    async show(stage) {
      const me = await stage.meet(who)
      await go(me, stage)
      return me.page()
    },
  })
