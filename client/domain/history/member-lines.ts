/** Who came, went and got another role, as lines of a plan's history. The records say it, and the journal says when. */
import type { PersonId } from '#shared/protocol/ids.ts'
import type { Role } from '#shared/chain/roles.ts'
import { parseMoment } from '../document/days.ts'
import type { Line, LogEntry } from './lines.ts'

/** One record of the log. `by` signed it; `role`: the new one, or that of the person who joined. */
export type MemberEvent = {
  readonly seq: number
  readonly act: 'joined' | 'moved' | 'left' | 'removed' | 'role'
  readonly by: PersonId
  readonly person: PersonId
  readonly role: Role | null
}

/**
 * The lines of the records between two places of the log. Journals of earlier releases have no records: the line then says that it
 * was by the next entry's time, or since the last one's.
 */
export const toMemberLines = (
  events: readonly MemberEvent[],
  entries: readonly LogEntry[],
  after: number,
  upTo: number,
): readonly Line[] =>
  events
    .filter(({ seq }) => seq > after && seq <= upTo)
    .flatMap(({ seq, act, by, person, role }) => {
      const near = entries.find((entry) => entry.seq >= seq) ?? entries.at(-1)
      if (near === undefined) return []
      const certainty = near.seq === seq ? 'known' : near.seq > seq ? 'latest' : 'earliest'
      const details = role === null ? [] : [{ form: 'value', field: 'role', before: [], after: [role] } as const]
      return [
        {
          id: `${seq}/${person}/${act}`,
          from: seq,
          to: seq,
          person: by,
          act,
          part: 'people',
          thing: { kind: 'person', id: person },
          name: '',
          who: { person },
          at: parseMoment(near.at) ?? 0,
          edited: null,
          certainty,
          details,
          gone: null,
          count: 1,
        } satisfies Line,
      ]
    })

/** Both in the order of the log, the latest first. */
export const mergeLines = (lines: readonly Line[], others: readonly Line[]): readonly Line[] =>
  [...lines, ...others].sort((a, b) => b.to - a.to)
