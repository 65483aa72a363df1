/**
 * Private notes, and points for a conversation that are not shared yet. Each has an end that is shown: no file about a resident
 * may grow out of sight. Past its end a note is on no screen, and tidying takes it out of the document.
 */
import type * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { parsePersonId, parseWorkspaceId, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { oneOf } from '../document/choices.ts'
import { parseMoment } from '../document/days.ts'
import { type EntityId, parseEntityId } from '../document/entity-id.ts'
import { cut, type Plain } from '../document/plain.ts'
import { valuesOf } from '../document/plan-doc.ts'
import { type Fields, fieldsOf, namesIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { ValueKey } from '../document/value-name.ts'
import type { Randomness } from '../document/values.ts'
import { setTimed, type Timed, timedIn } from './timed-values.ts'

/** A `draft` is a point that I prepare for a conversation, until I share it. */
export const NOTE_KINDS = ['note', 'draft'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** A person or a conversation of a plan, or the plan itself. */
export type NotePlace = {
  readonly plan: WorkspaceId
  readonly person?: PersonId
  readonly conversation?: EntityId
}
export type Note = {
  readonly id: EntityId
  readonly kind: NoteKind
  readonly place: NotePlace
  readonly text: string
  /** ms since epoch */
  readonly writtenAt: number
  /** ms since epoch; from then on it is gone. */
  readonly expires: number
}

/** The most characters that a note is typed with: half a page. A longer one is a file, and belongs in the plan. */
export const NOTE_LIMIT = 2_000
/** The most characters that are stored: the words of two devices may have come together. */
const MAX_TEXT = 4 * NOTE_LIMIT
/** How long a note stays unless it is renewed: six weeks, in ms. Most second conversations are held by then. */
export const NOTE_MS = 42 * 86_400_000
/** The longest that a note can still have to go: half a year, in ms. */
export const MAX_NOTE_MS = 183 * 86_400_000

const ID_BYTES = 8

export const addNote = (
  doc: Y.Doc,
  note: Pick<Note, 'kind' | 'place' | 'text'>,
  now: number,
  randomness: Randomness,
): EntityId => {
  const id = toBase64url(randomness.randomBytes(ID_BYTES)) as EntityId
  put(doc, id, { ...note, expires: now + NOTE_MS }, now, randomness)
  return id
}

/** Changes the words; its end stays. */
export const setNoteText = (doc: Y.Doc, id: EntityId, text: string, now: number, randomness: Randomness): void => {
  const known = readNote(doc, id, now)
  if (known !== null) put(doc, id, { ...known, text }, now, randomness)
}

/** Gives it six weeks from now; one that has more left keeps that. */
export const renewNote = (doc: Y.Doc, id: EntityId, now: number, randomness: Randomness): void => {
  const known = readNote(doc, id, now)
  if (known !== null) put(doc, id, { ...known, expires: Math.max(known.expires, now + NOTE_MS) }, now, randomness)
}

/** Takes over the notes of another home of this person, each with its own end. Those that are here already stay as they are. */
export const takeOverNotes = (doc: Y.Doc, notes: readonly Note[], randomness: Randomness): void =>
  doc.transact(() => {
    for (const note of notes)
      if (readNote(doc, note.id, note.writtenAt) === null) put(doc, note.id, note, note.writtenAt, randomness)
  }, takeOverNotes)

/** Its words leave the document; a change that was made meanwhile on another device brings them back into view. */
export const removeNote = (doc: Y.Doc, id: EntityId): void =>
  doc.transact(() => {
    for (const name of namesIn(fieldsOf(readPlan(doc), `${PREFIX}${id}`), 'note')) valuesOf(doc).delete(name)
  }, removeNote)

/** The notes that are not over, the latest first. */
export const readNotes = (doc: Y.Doc, now: number): readonly Note[] =>
  [...readPlan(doc).fields.other]
    .map(([owner, fields]) => {
      const id = idIn(owner)
      return id === null ? null : noteIn(id, fields, now)
    })
    .filter((note) => note !== null)
    .toSorted((a, b) => b.writtenAt - a.writtenAt || (a.id < b.id ? -1 : 1))

/** Whether a note belongs to this very place, and not to another thing of the same plan. */
export const isNoteOf = ({ place }: Note, wanted: NotePlace): boolean =>
  place.plan === wanted.plan && place.person === wanted.person && place.conversation === wanted.conversation

/**
 * Deletes what is over, and shortens what a wrong clock gave too long. What this version cannot read stays: a newer one wrote it.
 */
export const tidyNotes = (doc: Y.Doc, now: number, randomness: Randomness): void =>
  doc.transact(() => {
    for (const [owner, fields] of readPlan(doc).fields.other) {
      const id = idIn(owner)
      if (id === null) continue
      const names = namesIn(fields, 'note')
      const ends = timedIn(fields, 'note').flatMap((timed) => {
        const stored = toStored(timed)
        return stored === null ? [] : [endOf(stored, timed)]
      })
      if (ends.length !== names.length) continue
      if (ends.every((end) => end <= now)) for (const name of names) valuesOf(doc).delete(name)
      else if (ends.some((end) => end > now + MAX_NOTE_MS)) shorten(doc, id, now, randomness)
    }
  }, tidyNotes)

type Stored = Pick<Note, 'kind' | 'place' | 'text' | 'expires'>

const PREFIX = 'note:'
const keyOf = (id: EntityId): ValueKey => `note:${id}/note`
const idIn = (owner: string): EntityId | null =>
  owner.startsWith(PREFIX) ? parseEntityId(owner.slice(PREFIX.length)) : null

const put = (doc: Y.Doc, id: EntityId, { kind, place, text, expires }: Stored, now: number, randomness: Randomness) =>
  doc.transact(() => {
    const { plan, person = null, conversation = null } = place
    setTimed(
      doc,
      keyOf(id),
      { kind, plan, person, conversation, text: cut(text, MAX_TEXT), expires: Math.floor(expires) },
      now,
      randomness,
    )
  }, put)

const shorten = (doc: Y.Doc, id: EntityId, now: number, randomness: Randomness): void => {
  const note = readNote(doc, id, now)
  if (note !== null) put(doc, id, { ...note, expires: now + MAX_NOTE_MS }, now, randomness)
}

const readNote = (doc: Y.Doc, id: EntityId, now: number): Note | null =>
  noteIn(id, fieldsOf(readPlan(doc), `${PREFIX}${id}`), now)

/** Two devices that changed the words at the same time: both are kept, one below the other. */
const noteIn = (id: EntityId, fields: Fields, now: number): Note | null => {
  const found = timedIn(fields, 'note').flatMap((timed) => {
    const stored = toStored(timed)
    return stored === null ? [] : [{ ...stored, at: timed.at, expires: endOf(stored, timed) }]
  })
  const last = found.at(-1)
  if (last === undefined) return null
  const expires = Math.min(Math.max(...found.map((one) => one.expires)), now + MAX_NOTE_MS)
  if (expires <= now) return null
  const text = cut([...new Set(found.map((one) => one.text))].join('\n\n'), MAX_TEXT)
  return { id, kind: last.kind, place: last.place, text, writtenAt: last.at, expires }
}

/** When a value is over, in ms since epoch. */
const endOf = (stored: Stored, { at }: Timed): number => Math.min(stored.expires, at + MAX_NOTE_MS)

/** `null`: no version of ours could have written it. */
const toStored = ({ value }: Timed): Stored | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { kind, plan, person, conversation, text, expires } = value as { readonly [name: string]: Plain | undefined }
  const [known, workspace, end] = [
    oneOf(NOTE_KINDS)(kind),
    typeof plan === 'string' ? parseWorkspaceId(plan) : null,
    parseMoment(expires),
  ]
  if (known === null || workspace === null || end === null || typeof text !== 'string') return null
  const [who, talk] = [typeof person === 'string' ? parsePersonId(person) : null, parseEntityId(conversation)]
  const place = {
    plan: workspace,
    ...(who === null ? {} : { person: who }),
    ...(talk === null ? {} : { conversation: talk }),
  }
  return { kind: known, place, text: cut(text, MAX_TEXT), expires: end }
}
