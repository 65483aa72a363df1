/**
 * What others took away and nobody here has dealt with yet. That a plan was on the screen does not mean that somebody saw it go:
 * the phone lay on the table, or another part was open. So this news stays until it is put away.
 */
import { markSeen } from '#domain/news/news.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { JournalStore } from '#storage/journal/journal-store.ts'
import type { TakenRow } from '#storage/news-rows.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { Session } from '#sync/session/session.ts'
import { readTaken } from './plan-news.ts'

export type TakenAway = {
  all(): readonly TakenRow[]
  /** Something may have gone, or come back: the next look finds out. */
  touched(): void
  isWaiting(): boolean
  /** Reads what came since the last look. Resolves to whether `all` may be another. Rejects when the journal cannot be read. */
  look(): Promise<boolean>
  /** See `OpenPlan.dismissTaken`. */
  dismiss(person: PersonId, upTo: number, part?: string): void
  /** For the plan's row: what counts as seen from now on. What was not looked through for takings yet is looked through next time. */
  toRow(): Pick<PlanRow, 'seen' | 'seenSeq' | 'taken'>
}

type Options = {
  readonly doc: PlanDoc
  readonly session: Pick<Session, 'state' | 'flush'>
  readonly journal: Pick<JournalStore, 'since'>
  readonly me: PersonId
  personAt(client: number): PersonId | null
  currentPerson(person: PersonId): PersonId
  /** Those of which words are truly gone. */
  confirm(taken: readonly TakenRow[]): Promise<readonly TakenRow[]>
}

type Mark = { readonly seen: Uint8Array; readonly seenSeq: number }

/** More than people can read; there is one for each person and part. */
const MAX_TAKEN = 100

const joinTaken = (all: readonly TakenRow[]): readonly TakenRow[] => {
  const found = new Map<string, TakenRow>()
  for (const one of all) {
    const key = `${one.person} ${one.part}`
    const known = found.get(key)
    const joined = known && {
      ...one,
      letters: known.letters + one.letters,
      from: Math.min(known.from, one.from),
      to: Math.max(known.to, one.to),
    }
    found.set(key, joined ?? one)
  }
  return [...found.values()].slice(-MAX_TAKEN)
}

export const followTakenAway = (
  { doc, session, journal, me, personAt, currentPerson, confirm }: Options,
  row: Pick<PlanRow, 'seen' | 'seenSeq' | 'taken'>,
): TakenAway => {
  let all = joinTaken((row.taken ?? []).map((one) => ({ ...one, person: currentPerson(one.person) })))
  let mark: Mark | null =
    row.seen === null || typeof row.seenSeq !== 'number' ? null : { seen: row.seen, seenSeq: row.seenSeq }
  let waiting = false
  let looking = 0
  let last: Promise<unknown> = Promise.resolve()
  /** `null` while a checkpoint's copy is being checked: nobody knows yet who wrote what. */
  const here = (): Mark | null => {
    const { checking, seq } = session.state()
    return checking ? null : { seen: markSeen(doc), seenSeq: seq }
  }
  const look = async (): Promise<boolean> => {
    const now = here()
    if (now === null) return false
    waiting = false
    if (mark === null || now.seenSeq <= mark.seenSeq) {
      mark ??= now
      return false
    }
    const { seen, seenSeq } = mark
    try {
      await session.flush() // what was read a moment ago is in the journal then
      const entries = (await journal.since(seenSeq))
        .filter(({ seq }) => seq <= now.seenSeq)
        .map((entry) => ({ ...entry, author: currentPerson(entry.author) }))
      const found = readTaken(doc, seen, me, entries, (client) => personAt(client) === me)
      const before = all
      if (found.length + before.length > 0) {
        const gone = await confirm([...before, ...joinTaken(found)])
        const stay = all.filter((one) => gone.includes(one)) // some may be dealt with by now
        all = joinTaken([...stay, ...gone.filter((one) => !before.includes(one))])
      }
      mark = now
      return found.length + before.length > 0
    } catch (error) {
      waiting = true
      throw error
    }
  }
  return {
    all: () => all,
    touched: () => void (waiting = true),
    isWaiting: () => waiting,
    look() {
      looking += 1
      const looked = last.then(look).finally(() => (looking -= 1))
      last = looked.catch(() => {})
      return looked
    },
    dismiss(person, upTo, part) {
      all = all.filter((one) => one.person !== person || one.to > upTo || (part ?? one.part) !== one.part)
    },
    toRow() {
      const at = here()?.seenSeq ?? null
      // A log that is read again from its start, as after an invitation anew, takes back nothing that was seen.
      const isBehind = waiting || looking > 0 || (at !== null && mark !== null && at < mark.seenSeq)
      const seenSeq = isBehind && mark !== null ? mark.seenSeq : at
      return { seen: markSeen(doc), seenSeq, taken: all }
    },
  }
}
