/**
 * Words that were typed here and that nobody else can read: others took the right to write away, closed the conversation, ended the
 * goal or finished the wheel while somebody was typing, or before what stands in the plan could leave. Knows the names of fields (ui/draft.ts), and no screen.
 */
import { conversationsOf } from '#domain/conversations/conversations.ts'
import { ENTITY_KINDS } from '#domain/document/plan-doc.ts'
import { parseEntityId } from '#domain/document/entity-id.ts'
import type { PlanState } from '#domain/document/plan-state.ts'
import { outcomeOf } from '#domain/goals/endings.ts'
import { goalsOf } from '#domain/goals/goals.ts'
import { checkInsOf } from '#domain/wheel/check-ins.ts'
import { isChoice, type Typed } from '#ui/draft.ts'

/** Words of the plan itself that others will not read; the rest of the name says which letters. */
export const UNSHARED = 'unshared/'

/** Fields that are there for everybody who has the plan, and one for an owner's own organisation. */
const OWN = /^(?:notes|own-points|invite)\//

export const strandedIn = (
  typed: readonly Typed[],
  { state, mayWrite, story }: { readonly state: PlanState; readonly mayWrite: boolean; story(): string },
): readonly Typed[] => {
  const written = typed.filter(({ field, text }) => !OWN.test(field) && !isChoice(field) && text.trim() !== '')
  if (written.length === 0 || !mayWrite) return written
  const closed = new Set<string>([
    ...conversationsOf(state).flatMap(({ held, id, points }) => (held ? [id, ...points.map((point) => point.id)] : [])),
    ...checkInsOf(state).flatMap(({ finished, id }) => (finished ? [id] : [])),
  ])
  const ended = new Set<string>(goalsOf(state).flatMap(({ status, id }) => (outcomeOf(status) === null ? [] : [id])))
  return written.filter(({ field, text }) => {
    if (field.startsWith(UNSHARED)) return !isInPlan(state, story(), text)
    const [part = '', name = '', of] = field.split('/')
    return closed.has(name) || (of === 'step' && ended.has(name)) || !isThere(state, part, name)
  })
}

/** They leave by themselves once their writer may write again, unless others took what they stood in. */
const isInPlan = ({ entities }: PlanState, story: string, words: string): boolean =>
  [
    story,
    ...Object.values(entities).flatMap((all) => [...all.values()].flatMap(({ texts }) => [...texts.values()])),
  ].some((text) => text.includes(words))

/** Also for a field of no entity. */
const isThere = (state: PlanState, part: string, name: string): boolean => {
  const kind = ENTITY_KINDS.find((one) => one === (part === 'answer' ? 'goal' : part))
  const id = parseEntityId(name)
  return kind === undefined || id === null || state.entities[kind].has(id)
}
