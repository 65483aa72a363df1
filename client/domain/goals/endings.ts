/** The end of a goal: one person proposes, another agrees, and both see it, also afterwards. Nobody ends a goal of two people alone. */
import type * as Y from 'yjs'
import type { GoalStatus } from '../document/choices.ts'
import { parseMoment } from '../document/days.ts'
import { keyOf } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import type { Plain } from '../document/plain.ts'
import { type Fields, fieldsOf, type Signed, signedIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, setValue } from '../document/values.ts'

export type Outcome = 'completed' | 'cancelled'

/** `client` said it; the log knows the person. `at`: by their clock, in ms since epoch; 0: unknown. */
export type Said = { readonly client: number; readonly at: number }
/** An open proposal, to which nobody has agreed yet. */
export type Ending = Said & { readonly outcome: Outcome }
/**
 * A decision: `proposed` is empty when a person alone in the plan decided, and in plans of releases that did not store it. `set`
 * are the authors of an outcome that nobody agreed to: an app of somebody's own can write one, and a file has only the outcome.
 */
export type Decision = {
  readonly proposed: readonly Said[]
  readonly agreed: readonly Said[]
  readonly set: readonly Said[]
}

export const proposeEnding = (
  doc: Y.Doc,
  goal: EntityId,
  outcome: Outcome,
  now: number,
  randomness: Randomness,
): void =>
  doc.transact(() => setValue(doc, keyOf('goal', goal, 'ending'), { outcome, at: now }, randomness), proposeEnding)

/**
 * Withdraws a proposal, by its author or by another person who would rather go on. The status is set again, so that it stands
 * beside an ending that was agreed to at the same time. Undoing brings back only an own proposal: the person who undoes signs
 * it, so another's would seem to be theirs.
 */
export const withdrawEnding = (doc: Y.Doc, goal: EntityId, randomness: Randomness): void => {
  const isOwn = proposalsIn(fieldsNow(doc, goal)).every(({ client }) => client === doc.clientID)
  doc.transact(
    () => {
      setValue(doc, keyOf('goal', goal, 'ending'), null, randomness)
      const [status, ...others] = signedIn(fieldsNow(doc, goal), 'status')
      if (status === undefined || others.length > 0) return
      setValue(doc, keyOf('goal', goal, 'status'), null, randomness) // otherwise an equal value would stay as it is
      setValue(doc, keyOf('goal', goal, 'status'), status.value, randomness)
    },
    isOwn ? withdrawEnding : NOT_UNDONE,
  )
}
/** The origin of an untracked transaction: it is no function, as every intent is, so undo does not track it. */
const NOT_UNDONE = { name: 'withdrawEnding' }

/**
 * Agrees to an ending, so that the goal has ended. Screens offer this to others than the proposer, or to a person alone in the
 * plan. The proposal stays as its author wrote it; neither it nor any concurrent proposal is open any longer.
 */
export const agreeEnding = (doc: Y.Doc, goal: EntityId, outcome: Outcome, now: number, randomness: Randomness): void =>
  doc.transact(() => {
    const to = proposalsIn(fieldsNow(doc, goal)).map(({ draw }) => draw)
    setValue(doc, keyOf('goal', goal, 'status'), outcome, randomness)
    setValue(doc, keyOf('goal', goal, 'agreed'), { outcome, at: now, to }, randomness)
  }, agreeEnding)

/** The open proposal: of two concurrent ones the first by name, and agreeing to it settles both. */
export const endingIn = (fields: Fields): Ending | null => {
  const settled = new Set(agreementsIn(fields).flatMap(({ to }) => to))
  const open = proposalsIn(fields).find(({ draw }) => !settled.has(draw))
  return open === undefined ? null : { outcome: open.outcome, at: open.at, client: open.client }
}

/** The outcome; `null` while two statuses stand beside each other, or the goal goes on. */
export const outcomeOf = (status: readonly (GoalStatus | null)[]): Outcome | null => {
  const [only] = status
  return status.length === 1 && isOutcome(only) ? only : null
}

export const isOutcome = (status: unknown): status is Outcome => status === 'completed' || status === 'cancelled'

/**
 * The people who proposed the outcome, and those who agreed. An agreement counts only with the outcome that its author set in
 * the same act: otherwise an earlier one, of a goal that went on, would seem to agree to what another sets now.
 */
export const decisionIn = (fields: Fields, outcome: Outcome): Decision => {
  const setters = new Set(signedIn(fields, 'status').map(({ client }) => client))
  const agreed = agreementsIn(fields).filter((one) => one.outcome === outcome && setters.has(one.client))
  const to = new Set(agreed.flatMap((one) => one.to))
  const proposed = proposalsIn(fields).filter((one) => one.outcome === outcome && to.has(one.draw))
  const yes = agreed.length > 0 ? agreed.map(toSaid) : oldYesIn(fields)
  return {
    proposed: proposed.map(toSaid),
    agreed: yes,
    set: yes.length > 0 ? [] : [...setters].map((client) => ({ client, at: 0 })),
  }
}

/** The agreers in plans of earlier releases, where the same person closed the proposal and said yes. */
const oldYesIn = (fields: Fields): readonly Said[] => {
  const [status] = signedIn(fields, 'status')
  const [ending] = signedIn(fields, 'ending')
  return status === undefined || ending?.value !== null || ending.client !== status.client
    ? []
    : [{ client: status.client, at: 0 }]
}

const fieldsNow = (doc: Y.Doc, goal: EntityId): Fields => fieldsOf(readPlan(doc), `goal:${goal}`)

const toSaid = ({ client, at }: Said): Said => ({ client, at })

/** `draw`: the random part of its name. */
type Proposal = Ending & { readonly draw: string }
type Agreement = Ending & { readonly to: readonly unknown[] }

const proposalsIn = (fields: Fields): readonly Proposal[] =>
  signedIn(fields, 'ending').flatMap((signed) =>
    parse(signed).map(({ ending }) => ({ ...ending, draw: signed.name.slice(signed.name.indexOf('#') + 1) })),
  )

const agreementsIn = (fields: Fields): readonly Agreement[] =>
  signedIn(fields, 'agreed').flatMap((signed) =>
    parse(signed).map(({ ending, to }) => ({ ...ending, to: Array.isArray(to) ? to : [] })),
  )

const parse = ({ value, client }: Signed): readonly { readonly ending: Ending; readonly to: unknown }[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const { outcome, at, to } = value as { readonly [name: string]: Plain }
  return isOutcome(outcome) ? [{ ending: { outcome, at: parseMoment(at) ?? 0, client }, to }] : []
}
