/** What one person keeps for themself, on all their devices, for screens. Types only. */
import type { MyDetails } from '#domain/home/details.ts'
import type { Alarm } from '#domain/plan/alarms.ts'
import type { Note, NoteKind, NotePlace } from '#domain/home/notes.ts'

export type { MyDetails, TextSize } from '#domain/home/details.ts'
export type { Note, NoteKind, NotePlace } from '#domain/home/notes.ts'

/** Not ok: it stands here until the page closes, because the disk refused it. */
export type NoteKept = { readonly ok: boolean }

export type Home = {
  /** Reactive: what I chose on any device of mine, as far as this one has heard. */
  me(): MyDetails
  /** Sets only the named details; `null` clears. */
  setMe(details: Partial<MyDetails>): Promise<void>
  /** Reactive; empty before `readNotes` has read them. The screen leaves out what is over by its own clock. */
  notes(): readonly Note[]
  readNotes(): Promise<void>
  addNote(note: { readonly kind: NoteKind; readonly place: NotePlace; readonly text: string }): Promise<NoteKept>
  setNoteText(id: Note['id'], text: string): Promise<NoteKept>
  renewNote(id: Note['id']): Promise<NoteKept>
  removeNote(id: Note['id']): Promise<NoteKept>
  /** Reactive: what did not add up in what I keep for myself; empty before this device has looked after its start. */
  alarms(): readonly Alarm[]
  dismissAlarms(): Promise<void>
}
