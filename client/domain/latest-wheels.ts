/** The wheels that say how things stand: of each person the latest with something in it. */
import type * as Y from 'yjs'
import { type CheckIn, readCheckIns } from './check-ins.ts'
import { TOPICS } from './choices.ts'
import { whoKey } from './who.ts'

/** The latest first. */
export const readLatestWheels = (doc: Y.Doc): readonly CheckIn[] => {
  const latest = new Map<string, CheckIn>()
  for (const checkIn of readCheckIns(doc)) {
    const who = whoKey(checkIn.who)
    if (!latest.has(who) && isFilled(checkIn)) latest.set(who, checkIn)
  }
  return [...latest.values()]
}

/** Begun and left empty says nothing about how things stand. */
const isFilled = ({ finished, topics }: CheckIn): boolean =>
  finished ||
  TOPICS.some((topic) => topics[topic].score.length > 0 || topics[topic].talkAbout || topics[topic].note !== '')
