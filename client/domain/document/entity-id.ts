/** The id of a wish, a goal, a step …: random, and the same for everybody. */
import type { Brand } from '#shared/protocol/bytes.ts'

export type EntityId = Brand<string, 'EntityId'>

const ENTITY_ID = /^[\w-]{11}$/

export const parseEntityId = (text: unknown): EntityId | null =>
  typeof text === 'string' && ENTITY_ID.test(text) ? (text as EntityId) : null
