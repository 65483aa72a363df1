/** How a goal ends: one proposes, another agrees, and both see it, also afterwards. Nobody ends a goal of two alone. */
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

/** `client` said it: whose that is, the log says. `at` by their clock, in ms; 0 is not known. */
export type Said = { readonly client: number; readonly at: number }
/** A proposal that nobody has agreed to yet. */
export type Ending = Said & { readonly outcome: Outcome }
/** Nobody proposed what somebody who is alone in a plan decided, and before both were kept it is not known who did. */
export type Decision = { readonly proposed: readonly Said[]; readonly agreed: readonly Said[] }

export const proposeEnding = (
  doc: Y.Doc,
  goal: EntityId,
  outcome: Outcome,
  now: number,
  randomness: Randomness,
): void =>
  doc.transact(() => setValue(doc, keyOf('goal', goal, 'ending'), { outcome, at: now }, randomness), proposeEnding)

/**
 * By whoever proposed it, or by another who would rather go on. The status is said once more, so that it stands beside
 * the ending to which somebody agreed at the same time. Only one's own proposal comes back by undoing this: what comes
 * back is signed by who undoes, and another's would seem to be theirs.
 */
export const withdrawEnding = (doc: Y.Doc, goal: EntityId, randomness: Randomness): void => {
  const isOwn = proposalsIn(fieldsNow(doc, goal)).every(({ client }) => client === doc.clientID)
  doc.transact(
    () => {
      setValue(doc, keyOf('goal', goal, 'ending'), null, randomness)
      const [status, ...others] = signedIn(fieldsNow(doc, goal), 'status')
      if (status === undefined || others.length > 0) return
      setValue(doc, keyOf('goal', goal, 'status'), null, randomness) // or it would be left as it is
      setValue(doc, keyOf('goal', goal, 'status'), status.value, randomness)
    },
    isOwn ? withdrawEnding : NOT_UNDONE,
  )
}
/** No function, as every intent is: undo does not hear of it. */
const NOT_UNDONE = { name: 'withdrawEnding' }

/**
 * Says yes: the goal has ended. Screens offer this to another than the proposer, or to who is alone in the plan. The
 * proposal stays as its author wrote it; what is agreed to, with whatever else was proposed, is open no longer.
 */
export const agreeEnding = (doc: Y.Doc, goal: EntityId, outcome: Outcome, now: number, randomness: Randomness): void =>
  doc.transact(() => {
    const to = proposalsIn(fieldsNow(doc, goal)).map(({ draw }) => draw)
    setValue(doc, keyOf('goal', goal, 'status'), outcome, randomness)
    setValue(doc, keyOf('goal', goal, 'agreed'), { outcome, at: now, to }, randomness)
  }, agreeEnding)

/** Of two proposals at once the first in the order of their names; agreeing to it settles both. */
export const endingIn = (fields: Fields): Ending | null => {
  const settled = new Set(agreementsIn(fields).flatMap(({ to }) => to))
  const open = proposalsIn(fields).find(({ draw }) => !settled.has(draw))
  return open === undefined ? null : { outcome: open.outcome, at: open.at, client: open.client }
}

/** While two statuses stand beside each other, or it goes on, nothing is decided. */
export const outcomeOf = (status: readonly (GoalStatus | null)[]): Outcome | null => {
  const [only] = status
  return status.length === 1 && isOutcome(only) ? only : null
}

export const isOutcome = (status: unknown): status is Outcome => status === 'completed' || status === 'cancelled'

/** Who proposed what the goal ended by, and who said yes. */
export const decisionIn = (fields: Fields, outcome: Outcome): Decision => {
  const agreed = agreementsIn(fields).filter((one) => one.outcome === outcome)
  const to = new Set(agreed.flatMap((one) => one.to))
  const proposed = proposalsIn(fields).filter((one) => one.outcome === outcome && to.has(one.draw))
  return { proposed: proposed.map(toSaid), agreed: agreed.length > 0 ? agreed.map(toSaid) : oldYesIn(fields) }
}

/** Earlier releases put an end to the proposal with the same hand that said yes. */
const oldYesIn = (fields: Fields): readonly Said[] => {
  const [status] = signedIn(fields, 'status')
  const [ending] = signedIn(fields, 'ending')
  return status === undefined || ending?.value !== null || ending.client !== status.client
    ? []
    : [{ client: status.client, at: 0 }]
}

const fieldsNow = (doc: Y.Doc, goal: EntityId): Fields => fieldsOf(readPlan(doc), `goal:${goal}`)

const toSaid = ({ client, at }: Said): Said => ({ client, at })

/** `draw`: what tells its name from others. */
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
