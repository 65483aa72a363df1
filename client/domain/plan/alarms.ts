/** Alarms, ordered for people: loud ones apart, and similar events grouped into one. */
import type { PersonId } from '#shared/protocol/ids.ts'

/** The kinds of alarms about received items (PROTOCOL.md, E1–E5, R2 and K2). */
export type AlarmName =
  | 'other-log'
  | 'bad-record'
  | 'bad-key'
  | 'bad-checkpoint'
  | 'too-late'
  | 'unsigned'
  | 'unreadable'
  | 'not-own'
  | 'taken-client'
  | 'incomplete'
export type Alarm = {
  readonly id: string
  readonly name: AlarmName
  /** The item's author, where known. */
  readonly person: PersonId | null
  /** The item's number in the log; for a bad key, its epoch's. */
  readonly place: number
  /** The moment when the relay got the item, or this device noticed, in ms since epoch. */
  readonly at: number
  /** The number of events: beyond a bound, one alarm stands for many. */
  readonly count: number
  /** This person's words that have no place any more. */
  readonly lost: string
  /** The moment when it was put away, in ms since epoch; `null`: not put away. */
  readonly putAwayAt: number | null
}

/** The rule of PROTOCOL.md that each kind breaks. */
export const RULES: Readonly<Record<AlarmName, string>> = {
  'other-log': 'E2',
  'bad-record': 'R2',
  'bad-key': 'R2',
  'bad-checkpoint': 'K2',
  'too-late': 'E1',
  unsigned: 'E1',
  unreadable: 'E3',
  'not-own': 'E4',
  'taken-client': 'E4',
  incomplete: 'E5',
}

export const parseAlarmName = (name: string): AlarmName | null =>
  Object.hasOwn(RULES, name) ? (name as AlarmName) : null

/** Whether an alarm is loud. A late entry may have lost a race with a new epoch; all other kinds mean a lie or a defect. */
const isLoud = ({ name }: Pick<Alarm, 'name'>): boolean => name !== 'too-late'

export const isNew = (alarm: Alarm): boolean => isLoud(alarm) && alarm.putAwayAt === null

/** The alarms of one person and kind, told in one sentence. */
export type AlarmGroup = {
  readonly name: AlarmName
  readonly person: PersonId | null
  /** The moment of the latest, in ms since epoch. */
  readonly at: number
  readonly count: number
  readonly lost: readonly string[]
}

/** The groups, the newest first. */
export const groupAlarms = (alarms: readonly Alarm[]): readonly AlarmGroup[] => {
  const groups = new Map<string, AlarmGroup>()
  for (const { name, person, at, count, lost } of alarms) {
    const key = `${name}/${person}`
    const known = groups.get(key)
    groups.set(key, {
      name,
      person,
      at: Math.max(at, known?.at ?? 0),
      count: count + (known?.count ?? 0),
      lost: [...(known?.lost ?? []), ...(lost === '' ? [] : [lost])],
    })
  }
  return [...groups.values()].toSorted((a, b) => b.at - a.at)
}
