/** Where a line of the history leads: the screen of its thing, and the place there that is marked (use-marked-place.ts). */
import { linkIn } from '#domain/document/entities.ts'
import { type EntityId, parseEntityId } from '#domain/document/entity-id.ts'
import type { EntityKind } from '#domain/document/plan-doc.ts'
import type { PlanState } from '#domain/document/plan-state.ts'
import type { Line } from '#domain/history/lines.ts'
import { keyOfThing } from '#domain/history/details.ts'
import { toPassagePlace } from '#domain/history/passage-place.ts'
import { paths } from '#reactive/paths.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'

export const toPlace = (plan: PlanState, id: WorkspaceId, line: Line): string => {
  const { thing, part } = line
  const at = thing.kind === 'checkIn' ? `at=${encodeURIComponent(thing.id)}&` : '' // the wheel shows one at a time
  const place = thing.kind === 'story' ? toPassagePlace(passagesIn(line)) : keyOfThing(thing)
  return `${screenOf(plan, id, thing, part)}?${at}place=${encodeURIComponent(place)}`
}

/** The most passages named: the one that changed, and those before it, in case it went. */
const MAX_PASSAGES = 4

const passagesIn = ({ details }: Line): readonly string[] => {
  const [first] = details.filter((detail) => detail.form === 'passage')
  return first === undefined ? [] : [first.field, ...first.behind.toReversed()].slice(0, MAX_PASSAGES)
}

const screenOf = (plan: PlanState, id: WorkspaceId, thing: Line['thing'], part: Line['part']): string => {
  const up = (kind: EntityKind, of: string, name: string): EntityId | null => {
    const known = parseEntityId(of)
    const entity = known === null ? undefined : plan.entities[kind].get(known)
    return entity === undefined ? null : linkIn(entity, name)
  }
  switch (thing.kind) {
    case 'goal':
      return paths.goal(id, thing.id)
    case 'step': {
      const goal = up('step', thing.id, 'goal')
      return goal === null ? paths.goals(id) : paths.goal(id, goal)
    }
    case 'conversation':
      return paths.conversation(id, thing.id)
    case 'talkPoint': {
      const conversation = up('talkPoint', thing.id, 'conversation')
      return conversation === null ? paths.conversations(id) : paths.conversation(id, conversation)
    }
    default:
      return paths[part](id)
  }
}
