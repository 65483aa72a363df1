/** What did not add up, put in order for people: what is loud, and alike events as one. */
import type { PersonId } from '#shared/protocol/ids.ts'

/** What may not add up in what we were sent (PROTOCOL.md, E1–E5, R2 and K2). */
export type AlarmName =
  | 'other-log'
  | 'bad-record'
  | 'bad-key'
  | 'bad-checkpoint'
  | 'too-late'
  | 'unsigned'
  | 'unreadable'
  | 'not-own'
  | 'incomplete'
export type Alarm = {
  readonly id: string
  readonly name: AlarmName
  /** Whose item it was, where that is known. */
  readonly person: PersonId | null
  /** Its number in the log; of a bad key, its epoch's. */
  readonly place: number
  /** ms: when the relay got it, or this device noticed. */
  readonly at: number
  /** Past a bound, one stands for many. */
  readonly count: number
  /** My own words that have no place any more. */
  readonly lost: string
  /** ms; `null` for what nobody has put away. */
  readonly putAwayAt: number | null
}

/** By the rule of PROTOCOL.md that each breaks. */
export const RULES: Readonly<Record<AlarmName, string>> = {
  'other-log': 'E2',
  'bad-record': 'R2',
  'bad-key': 'R2',
  'bad-checkpoint': 'K2',
  'too-late': 'E1',
  unsigned: 'E1',
  unreadable: 'E3',
  'not-own': 'E4',
  incomplete: 'E5',
}

export const parseAlarmName = (name: string): AlarmName | null =>
  Object.hasOwn(RULES, name) ? (name as AlarmName) : null

/** What comes too late may have lost a race with a new epoch; everything else happens only where somebody lies or is broken. */
const isLoud = ({ name }: Pick<Alarm, 'name'>): boolean => name !== 'too-late'

export const isNew = (alarm: Alarm): boolean => isLoud(alarm) && alarm.putAwayAt === null

/** Whose and what: what is told in one sentence. */
export type AlarmGroup = {
  readonly name: AlarmName
  readonly person: PersonId | null
  /** ms, of the last. */
  readonly at: number
  readonly count: number
  readonly lost: readonly string[]
}

/** The newest first. */
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
