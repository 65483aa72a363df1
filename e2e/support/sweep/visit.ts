/** One screen in one state that people can meet, and how they get there. */
import type { Page } from '@playwright/test'
import type { Person } from '../people.ts'

export type Stage = {
  /** Somebody of this story, at a phone of their own; who was met before is met again, as they are. */
  readonly meet: (name: string) => Promise<Person>
}

export type Visit = {
  readonly name: string
  /** As client/app/routes.tsx has it, or the file in client/app/ that is shown instead of the app. */
  readonly at: string
  /** The file that opens the dialog which stands open. */
  readonly dialog?: string
  /** Brings somebody there. Visits of one story happen in their order, and each finds what the one before left. */
  readonly show: (stage: Stage) => Promise<Page>
}

export type Tour = { readonly name: string; readonly visits: readonly Visit[] }
