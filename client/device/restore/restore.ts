/**
 * Plans that come back after a key card (PROTOCOL.md §9): the relay lists them, they stand at home at once, and background
 * visits fetch first every title and then the rest. What is left to do is stored, so that a reload or crash only pauses it.
 */
import { createSignal } from 'solid-js'
import type { RestoreState, RestoreTrouble } from '#ports/own-keys.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { ListResult } from '#sync/workspaces/list-workspaces.ts'

/** The setting that stores how far it is. */
export const RESTORE = 'restore'

/**
 * `listing`: the relay has not answered yet. `listed`: the plans' own rows say what still comes of this many, those counted that
 * were here already.
 */
export type Stage =
  | { readonly name: 'none' }
  | { readonly name: 'listing' }
  | { readonly name: 'listed'; readonly total: number }

const LISTED = /^listed (\d{1,6})$/

/** An unknown setting counts as nothing to do. */
export const parseStage = (text: string | null): Stage => {
  const total = LISTED.exec(text ?? '')?.[1]
  if (total !== undefined) return { name: 'listed', total: Number(total) }
  return { name: text === 'listing' ? 'listing' : 'none' }
}
const formatStage = (stage: Stage): string => (stage.name === 'listed' ? `listed ${stage.total}` : stage.name)

export type RestoreOptions = {
  database(): DeviceDatabase
  /** The stored setting, at the start. */
  readonly stored: string | null
  /** Reactive. */
  rows(): readonly PlanRow[]
  ask(): Promise<ListResult>
  /** Lists plans of which nothing but their ids is known. */
  add(ids: readonly WorkspaceId[]): Promise<void>
  remove(id: WorkspaceId): Promise<void>
  /** Plans of the list that are here already. */
  known(ids: readonly WorkspaceId[]): Promise<void>
}
export type Restore = {
  state(): RestoreState
  /** What still comes, in a few characters: equal as long as nothing has come. */
  waiting(): string
  /** After a card. With an answer that was heard a moment ago, the relay is not asked again. */
  begin(answer: ListResult | null): Promise<void>
  /** Asks for the list, if that is still to be done. */
  prepare(): Promise<void>
  /** Whether the last round of visits reached the relay. */
  reached(reached: boolean): void
  dismiss(): Promise<void>
  /** Nothing is left to do: this page keeps nothing from here on. */
  forget(): void
}

const isComing = ({ coming }: PlanRow): boolean => coming === 'title' || coming === 'content'

export const createRestore = (options: RestoreOptions): Restore => {
  const [stage, setStage] = createSignal(parseStage(options.stored))
  const [trouble, setTrouble] = createSignal<RestoreTrouble | null>(null)
  const keep = async (next: Stage): Promise<void> => {
    await options.database().saveSetting(RESTORE, formatStage(next))
    setStage(next)
  }
  /** A relay that names plans of others, or none, adds rows that are refused, or none: what is here is not touched. */
  const take = async (result: ListResult): Promise<void> => {
    if (!result.ok && result.reason !== 'unknown') return void setTrouble(result.reason)
    const here = new Set(options.rows().map(({ id }) => id))
    const ids = result.ok ? result.ids : []
    const before = options.rows().flatMap((row) => (isComing(row) ? [row.id] : [])) // of a list whose taking was interrupted
    await options.add(ids.filter((id) => !here.has(id)))
    await options.known(ids)
    setTrouble(null)
    await keep({ name: 'listed', total: new Set([...before, ...ids]).size })
  }
  return {
    state() {
      const now = stage()
      if (now.name === 'none') return { name: 'none' }
      if (now.name === 'listing') return { name: 'listing', trouble: trouble() }
      const coming = options.rows().filter(isComing).length
      const refused = options.rows().filter((row) => row.coming === 'refused').length
      const total = Math.max(now.total, coming + refused)
      return coming > 0
        ? { name: 'fetching', ready: total - coming - refused, total, trouble: trouble() }
        : { name: 'done', total: total - refused, refused }
    },
    waiting: () => {
      if (stage().name === 'listing') return 'list'
      const coming = options.rows().filter(isComing)
      return coming.length === 0 ? '' : JSON.stringify(coming.map(({ id, coming: what }) => [id, what]))
    },
    async begin(answer) {
      setTrouble(null)
      await keep({ name: 'listing' })
      if (answer !== null) await take(answer)
    },
    async prepare() {
      if (stage().name === 'listing') await take(await options.ask())
    },
    reached(reached) {
      if (reached && stage().name === 'listing') return // a relay that gives no list may give plans
      if (reached) setTrouble(null)
      else setTrouble((known) => known ?? 'offline')
    },
    async dismiss() {
      for (const { id, coming } of options.rows()) if (coming === 'refused') await options.remove(id)
      await keep({ name: 'none' })
    },
    forget() {
      setStage({ name: 'none' })
    },
  }
}
