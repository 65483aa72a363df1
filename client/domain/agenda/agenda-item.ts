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

/** Parses an item of a row; `null` for one of another version, or of nobody's. */
export const parseItem = (stored: unknown): AgendaItem | null => {
  const { kind, id: name, goal: under, when: at, form, words, who, mine, prepared } = Object(stored) as Loose
  const { day: on, time } = Object(at) as Loose
  const [id, goal, day] = [parseEntityId(name), parseEntityId(under), parseDay(on)]
  if (id === null) return null
  const when = day === null ? null : { day, time: parseDayTime(time) }
  if (kind === 'conversation')
    return { kind, id, when, form: oneOf(CONTACT_FORMS)(form ?? null), prepared: prepared === true }
  if (kind !== 'step' || goal === null) return null
  return { kind, id, goal, when, words: toText(words), who: toText(who), mine: mine === true }
}

/** A record from a store, of which nothing is known. */
type Loose = { readonly [name: string]: Plain | undefined }

const toText = (value: Plain | undefined): string => (typeof value === 'string' ? value : '')
