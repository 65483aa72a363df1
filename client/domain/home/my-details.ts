/** What I am called and how I read: typed once, offered in every plan and on every device of mine. */
import type * as Y from 'yjs'
import { fieldsOf } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { Randomness } from '../document/values.ts'
import { DETAILS, type MyDetails, parseMyDetails } from './details.ts'
import { latestIn, setTimed } from './timed-values.ts'

export const readMyDetails = (doc: Y.Doc): MyDetails => {
  const fields = fieldsOf(readPlan(doc), 'me')
  return parseMyDetails(Object.fromEntries(DETAILS.map((name) => [name, latestIn(fields, name)?.value])))
}

/** The details that a newer version set to something that this one does not know. */
export const unknownDetails = (doc: Y.Doc): readonly (keyof MyDetails)[] => {
  const [fields, known] = [fieldsOf(readPlan(doc), 'me'), readMyDetails(doc)]
  return DETAILS.filter((name) => known[name] === null && (latestIn(fields, name)?.value ?? null) !== null)
}

/** Sets only the named details. */
export const setMyDetails = (doc: Y.Doc, details: Partial<MyDetails>, now: number, randomness: Randomness): void =>
  doc.transact(() => {
    for (const name of DETAILS) {
      const value = details[name]
      if (value !== undefined) setTimed(doc, `me/${name}`, value, now, randomness)
    }
  }, setMyDetails)
