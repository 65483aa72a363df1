/**
 * A new key card (PROTOCOL.md §9): the device is the new person at once, its plans still open as the earlier one, and background
 * visits move them, one after another. Each row says how far its plan is, so that a reload or crash only pauses it.
 */
import { createSignal } from 'solid-js'
import type { NewCardState, RestoreTrouble } from '#ports/own-keys.ts'
import { parsePersonId, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { Kept } from '#storage/failure.ts'
import type { Moving } from '#storage/moving.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { ListResult } from '#sync/workspaces/list-workspaces.ts'

/** The setting that stores how far it is. */
export const NEW_CARD = 'new-card'

/** `begun`: what the earlier person's home has is still to be taken over. `listing`: the relay is still to be asked which other plans the earlier person has. `total`: of plans that move or moved. */
export type CardStage =
  | { readonly name: 'none' }
  | { readonly name: 'begun' | 'listing' | 'moving'; readonly before: PersonId; readonly total: number }

const STORED = /^(begun|listing|moving) ([\w-]{22}) (\d{1,6})$/

/** An unknown setting counts as nothing to do. */
export const parseCardStage = (text: string | null): CardStage => {
  const [, name, person, total] = STORED.exec(text ?? '') ?? []
  const before = parsePersonId(person ?? '')
  return before === null
    ? { name: 'none' }
    : { name: name as 'begun' | 'listing' | 'moving', before, total: Number(total) }
}
const formatStage = (stage: CardStage): string =>
  stage.name === 'none' ? 'none' : `${stage.name} ${stage.before} ${stage.total}`

export type NewCardOptions = {
  database(): DeviceDatabase
  /** The stored setting, at the start. */
  readonly stored: string | null
  /** Reactive. */
  rows(): readonly PlanRow[]
  me(): Promise<PersonId>
  ask(person: PersonId): Promise<ListResult>
  /** Makes this device a new person's, and its plans to move there. */
  renew(): Promise<Kept>
  /** Takes over what this person's earlier home has, such as private notes. */
  takeOverHome(before: PersonId): Promise<void>
  /** Lists plans of which nothing but their ids is known. */
  add(ids: readonly WorkspaceId[], as: PersonId, move: Moving): Promise<void>
  change(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<void>
}
export type NewCard = {
  state(): NewCardState
  /** What still moves, in a few characters: equal as long as nothing has moved. */
  waiting(): string
  begin(): Promise<Kept>
  /** These plans may have moved to this card already, on another device of this person. */
  followTo(ids: readonly WorkspaceId[]): Promise<void>
  /** Asks for the list if that is still to be done, and forgets what no plan needs any more. */
  prepare(): Promise<void>
  /** Whether the last round of visits reached the relay. */
  reached(reached: boolean): void
  /** Tries again with what stayed behind. */
  retry(): Promise<void>
  dismiss(): Promise<void>
  /** Nothing is left to do: this page keeps nothing from here on. */
  forget(): void
}

const isMoving = ({ move }: PlanRow): boolean => move !== null && move !== undefined && move.stage !== 'gone'
const isAsked = ({ move }: PlanRow): boolean => move?.stage === 'ask'
const isLeft = ({ move }: PlanRow): boolean => move?.stage === 'gone'

export const createNewCard = (options: NewCardOptions): NewCard => {
  const { database, rows, change } = options
  const [stage, setStage] = createSignal(parseCardStage(options.stored))
  const [trouble, setTrouble] = createSignal<RestoreTrouble | null>(null)
  const keep = async (next: CardStage): Promise<Kept> => {
    const kept = await database().saveSetting(NEW_CARD, formatStage(next))
    setStage(next)
    return kept
  }
  /** The relay's list is a hint: what it names falsely is refused to the visit, and not what is here. */
  const take = async (before: PersonId, total: number): Promise<void> => {
    const me = await options.me()
    const result = await options.ask(before)
    if (!result.ok && result.reason !== 'unknown') return void setTrouble(result.reason)
    const here = new Set(rows().map(({ id }) => id))
    const added = (result.ok ? result.ids : []).filter((id) => !here.has(id))
    await options.add(added, before, { from: before, to: me, stage: 'waiting' })
    setTrouble(null)
    await keep({ name: 'moving', before, total: Math.max(total + added.length, rows().filter(isMoving).length) })
  }
  const titlesOf = (some: readonly PlanRow[]) => some.map(({ id, title }) => ({ id, title }))
  return {
    state() {
      const now = stage()
      if (now.name === 'none') return { name: 'none' }
      const moving = rows().filter((row) => isMoving(row) && !isAsked(row))
      const gone = rows().filter(isLeft)
      const left = { elsewhere: gone.some(({ move }) => move?.elsewhere === true), stayed: titlesOf(gone) }
      const total = Math.max(now.total, moving.length + gone.length)
      if (now.name === 'moving' && moving.length === 0) return { name: 'done', total: total - gone.length, ...left }
      const ready = total - moving.length - gone.length
      return { name: 'moving', ready, total, waiting: titlesOf(moving), ...left, trouble: trouble() }
    },
    waiting() {
      if (stage().name === 'begun' || stage().name === 'listing') return 'list'
      const moving = rows().filter(isMoving)
      return moving.length === 0 ? '' : JSON.stringify(moving.map(({ id, move }) => [id, move?.stage]))
    },
    async begin() {
      setTrouble(null)
      const mine = rows().filter(({ person }) => !person).length
      const marked = await keep({ name: 'begun', before: await options.me(), total: mine })
      const renewed = marked.ok ? await options.renew() : marked
      if (!renewed.ok) await keep({ name: 'none' })
      return renewed
    },
    async followTo(ids) {
      const to = await options.me()
      for (const { id, person, move } of rows()) {
        if (!ids.includes(id) || !person || person === to || (move && move.stage !== 'gone')) continue
        await change(id, (row) => ({ ...row, move: { from: person, to, stage: 'ask' } }))
      }
    },
    async prepare() {
      const first = stage()
      if (first.name === 'begun') {
        // The device was not made the new person's: the app was closed between the two writes.
        if ((await options.me()) === first.before) return void (await keep({ name: 'none' }))
        await options.takeOverHome(first.before)
        await keep({ ...first, name: 'listing' })
      }
      const now = stage()
      if (now.name === 'listing') await take(now.before, now.total)
      if (now.name !== 'moving' || rows().some(isMoving)) return
      // Some plans may have stayed with the earlier person, who is needed to read them.
      if (rows().every(({ person, move }) => person !== now.before && move?.from !== now.before))
        await database().removeEarlierSecret(now.before)
    },
    reached(reached) {
      if (reached && stage().name !== 'moving') return // a relay that gives no list may give plans
      if (reached) setTrouble(null)
      else setTrouble((known) => known ?? 'offline')
    },
    async retry() {
      for (const { id, move } of rows())
        if (move?.stage === 'gone')
          await change(id, (row) => ({ ...row, move: { from: move.from, to: move.to, stage: 'waiting' } }))
    },
    async dismiss() {
      for (const row of rows().filter(isLeft)) await change(row.id, (known) => ({ ...known, move: null }))
      await keep({ name: 'none' })
    },
    forget() {
      setStage({ name: 'none' })
    },
  }
}
