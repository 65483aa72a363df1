/**
 * Values that stop, move or redirect everybody: who may set each, and what an app does when somebody else did. Anybody who writes
 * can write any key, so every reader of such a value asks here. No value makes an app refuse a plan.
 */
import type * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { Authors } from '../document/own-words.ts'
import { fieldsOf, type PlanState, readable, type Signed, signedIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { ValueKey } from '../document/value-name.ts'
import { type Randomness, setValue } from '../document/values.ts'
import { SECTIONS } from './sections.ts'

/** `ignored`: it has no effect. `told`: no effect, and people read who says so. `put-back`: it counts, and the owners read who did it and put it back with one tap. */
type Otherwise = 'ignored' | 'told' | 'put-back'

export const POWERS = {
  /** Written for apps of release 1, which refuse a plan above their own version. This app says by itself what it cannot read. */
  schema: { setBy: 'nobody', otherwise: 'ignored' },
  /** Where the plan goes on. One's own counts on one's own devices: after a fork everybody may go on (PROTOCOL.md, S8). */
  successor: { setBy: 'owner', otherwise: 'told' },
  title: { setBy: 'owner', otherwise: 'put-back' },
  /** Which parts are shown, in which order, under which names. */
  sections: { setBy: 'owner', otherwise: 'put-back' },
} as const satisfies Record<string, { readonly setBy: 'owner' | 'nobody'; readonly otherwise: Otherwise }>
export type PowerName = keyof typeof POWERS

/** An open plan is one. `mayRule`: the person owns the plan now, or began it: a handed-over plan keeps the name that it was given. */
export type Circle = Authors & { readonly me: PersonId; mayRule(person: PersonId): boolean }

/** Whether a value stands by the right of its author. An unknown author is one of a preview, which is compared with the log anyway. */
const isRuled = ({ client }: Signed, circle: Circle): boolean => {
  const person = circle.personAt(client)
  return person === null || circle.mayRule(person)
}

/** The values that count, of a field that only owners set. */
export const countingIn = (signed: readonly Signed[], name: PowerName, circle: Circle): readonly Signed[] => {
  const { setBy, otherwise } = POWERS[name]
  if (setBy === 'nobody') return []
  if (otherwise === 'put-back') return signed
  return signed.filter((one) => isRuled(one, circle) || circle.personAt(one.client) === circle.me)
}

/** The people who set what they may not: each once. */
const othersOf = (signed: readonly Signed[], circle: Circle): readonly PersonId[] => [
  ...new Set(
    signed
      .filter((one) => !isRuled(one, circle))
      .map(({ client }) => circle.personAt(client))
      .filter((person) => person !== null),
  ),
]

/** The values that a power is over, by key. */
const valuesOf: Record<
  PowerName,
  (plan: PlanState) => readonly (readonly [key: ValueKey, signed: readonly Signed[]])[]
> = {
  schema: (plan) => [fieldOf(plan, 'schema')],
  successor: (plan) => [fieldOf(plan, 'successor')],
  title: (plan) => [fieldOf(plan, 'title')],
  sections: (plan) =>
    SECTIONS.flatMap((id) =>
      [...fieldsOf(plan, `section:${id}`)].map(
        ([field, values]) => [`section:${id}/${field}` as ValueKey, readable(values)] as const,
      ),
    ),
}
const fieldOf = (plan: PlanState, field: string): readonly [ValueKey, readonly Signed[]] => [
  `plan/${field}`,
  signedIn(fieldsOf(plan, 'plan'), field),
]

/** Who set something that they may not: people are told, or put it back. None for what is ignored. */
export const overstepsOf = (plan: PlanState, name: PowerName, circle: Circle): readonly PersonId[] =>
  POWERS[name].otherwise === 'ignored'
    ? []
    : othersOf(
        valuesOf[name](plan).flatMap(([, signed]) => signed),
        circle,
      )

/** Takes back what others set. Sections are then as they are in a new plan; `title`: the one before, as this device knew it. */
export const putBack = (doc: Y.Doc, name: PowerName, circle: Circle, title: string, randomness: Randomness): void =>
  doc.transact(() => {
    for (const [key, signed] of valuesOf[name](readPlan(doc)))
      if (signed.some((one) => !isRuled(one, circle))) setValue(doc, key, name === 'title' ? title : null, randomness)
  }, putBack)

/** Leaves it as others set it, now by the right of this person. */
export const leaveSo = (doc: Y.Doc, name: PowerName, circle: Circle, randomness: Randomness): void =>
  doc.transact(() => {
    for (const [key, signed] of valuesOf[name](readPlan(doc))) {
      const [first] = signed
      if (first === undefined || signed.every((one) => isRuled(one, circle))) continue
      setValue(doc, key, null, randomness) // otherwise an equal value would stay as it is, with its author
      setValue(doc, key, first.value, randomness)
    }
  }, leaveSo)
