/** What a person does in their home, on either of their two devices: each is one step. Nobody else is there. */
import * as Y from 'yjs'
import { TEXT_SIZES } from '#domain/home/details.ts'
import { setMyDetails } from '#domain/home/my-details.ts'
import { setMyPlan } from '#domain/home/my-plans.ts'
import { addNote, readNotes, removeNote, renewNote, setNoteText, tidyNotes } from '#domain/home/notes.ts'
import { addSeen } from '#domain/home/seen.ts'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { count } from './tally.ts'
import type { World } from './world.ts'

const PLANS: readonly WorkspaceId[] = [1, 2, 3].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill)))

export const actAtHome = ({ chance, tally }: World, doc: Y.Doc, now: number, words: string): void => {
  const randomness = { randomBytes: chance.bytes }
  const plan = chance.pick(PLANS)
  const note = chance.pick(readNotes(doc, now))
  if (plan === undefined) return
  const done = (what: string): void => count(tally, `home: ${what}`)
  const drawn = chance.number(0, 9)
  if (drawn === 0) setMyDetails(doc, { name: words, textSize: chance.pick(TEXT_SIZES) ?? null }, now, randomness)
  else if (drawn === 1) setMyPlan(doc, plan, { title: words, archived: chance.happens(0.5) }, now, randomness)
  else if (drawn <= 3) {
    const mark = new Map([[chance.number(1, 5), chance.number(1, 99)]])
    addSeen(doc, plan, Y.encodeStateVector(mark), randomness)
    done('seen')
  } else if (note === undefined || drawn <= 5)
    addNote(doc, { kind: 'note', place: { plan }, text: words }, now, randomness)
  else if (drawn === 6) setNoteText(doc, note.id, words, now, randomness)
  else if (drawn === 7) renewNote(doc, note.id, now, randomness)
  else if (drawn === 8) removeNote(doc, note.id)
  else {
    tidyNotes(doc, now, randomness)
    done('tidied')
  }
}
