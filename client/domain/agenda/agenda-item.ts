/** One thing to come in a plan, as the list of plans holds it. Knows no document: stored rows are read before any is loaded. */
import { CONTACT_FORMS, type ContactForm, oneOf } from '../document/choices.ts'
import { parseDay, parseDayTime } from '../document/days.ts'
import { type EntityId, parseEntityId } from '../document/entity-id.ts'
import type { Plain } from '../document/plain.ts'
import type { When } from '../document/when.ts'

/** `when`: `null` has no day yet. */
export type AgendaItem =
  | {
      readonly kind: 'conversation'
      /** Of one that is only agreed on and not `prepared`: the conversation at whose end people did. */
      readonly id: EntityId
      readonly when: When | null
      readonly form: ContactForm | null
      readonly prepared: boolean
    }
  | {
      readonly kind: 'step'
      readonly id: EntityId
      readonly goal: EntityId
      readonly when: When | null
      readonly words: string
      /** Whose it is, by name; empty for nobody, or somebody without a name. */
      readonly who: string
      readonly mine: boolean
    }

/** An item as a row of this device holds it. */
export type StoredItem = {
  readonly kind: string
  readonly id: string
  readonly goal?: string | undefined
  readonly day: string | null
  readonly time: string | null
  readonly form?: string | null | undefined
  readonly prepared?: boolean | undefined
  readonly words?: string | undefined
  readonly who?: string | undefined
  readonly mine?: boolean | undefined
}

export const toStored = ({ when, ...item }: AgendaItem): StoredItem => ({
  ...item,
  day: when?.day ?? null,
  time: when?.time ?? null,
})

/** `null`: an item of another version, or of nobody's. */
export const fromStored = (stored: StoredItem): AgendaItem | null => {
  const id = parseEntityId(stored.id)
  if (id === null) return null
  const day = parseDay(stored.day)
  const when = day === null ? null : { day, time: parseDayTime(stored.time) }
  const { kind, words = '', who = '', mine = false, prepared = false } = stored
  if (kind === 'conversation')
    return { kind, id, when, form: oneOf(CONTACT_FORMS)((stored.form ?? null) as Plain), prepared }
  const goal = parseEntityId(stored.goal)
  return kind === 'step' && goal !== null ? { kind, id, goal, when, words, who, mine } : null
}
