/** One screen in one state that people can meet, and how they get there. */
import type { Page } from '@playwright/test'
import type { Person } from '../people.ts'
import type { Relay } from '../relay.ts'

export type Stage = {
  /** Somebody of this story, at a phone of their own; who was met before is met again, as they are. */
  readonly meet: (name: string) => Promise<Person>
  readonly relay: Relay
}

type Place = {
  /** As client/app/routes.tsx has it, or the file in client/ that is shown instead of the app. */
  readonly at: string
  /** The file that opens the dialog which stands open. */
  readonly dialog?: string
  /** Shown without the app: in both languages at once, with nothing to choose. */
  readonly bare?: boolean
}

export type Visit = Place & {
  readonly name: string
  /** Brings somebody there. Visits of one story happen in their order, and each finds what the one before left. */
  readonly show: (stage: Stage) => Promise<Page>
}

export type Tour = { readonly name: string; readonly visits: readonly Visit[] }

/** What somebody does to get there; the screen is then in front of them. */
type Go = (me: Person, stage: Stage) => Promise<unknown>

/** Visits of one person: `const fatma = visitsOf('Fatma')`. */
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
