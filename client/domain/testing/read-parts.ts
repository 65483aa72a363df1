/** Readers of single parts of a document, for tests about that part. */
import type * as Y from 'yjs'
import { type Answer, answersIn } from '../goals/answers.ts'
import { hear } from '../plan/hands.ts'
import { type Aside, asideOf } from '../document/aside.ts'
import type { Authors } from '../document/own-words.ts'
import type { CheckIn } from '../wheel/check-ins.ts'
import { type Ending, endingIn } from '../goals/endings.ts'
import type { EntityId } from '../document/entity-id.ts'
import { partsOf } from '../document/fingerprint.ts'
import { latestWheelsOf } from '../wheel/latest-wheels.ts'
import type { EntityKind } from '../document/plan-doc.ts'
import { entityOf } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'

/** Authors before any log is read. */
export const NOBODY: Authors = { personAt: () => null }

export const readAnswers = (doc: Y.Doc, goal: EntityId): readonly Answer[] =>
  answersIn(entityOf(readPlan(doc), 'goal', goal).fields).map((answer) => {
    const { who, answer: choice, words, to, client } = hear(answer, NOBODY)
    return { who, answer: choice, words, to, client }
  })

export const readEnding = (doc: Y.Doc, goal: EntityId): Ending | null =>
  endingIn(entityOf(readPlan(doc), 'goal', goal).fields)

export const readAside = (doc: Y.Doc, kind: EntityKind, id: EntityId): Aside | null =>
  asideOf(entityOf(readPlan(doc), kind, id), partsOf(readPlan(doc), kind, id))

export const readLatestWheels = (doc: Y.Doc): readonly CheckIn[] => latestWheelsOf(readPlan(doc))
