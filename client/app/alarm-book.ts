/** What did not add up, by plan: kept while the page lasts, also when a plan begins again because of it. */
import { createSignal } from 'solid-js'
import type { Alarm } from '#reactive/workspace.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'

export type Alarms = { list(): readonly Alarm[]; add(alarm: Alarm): void }
export type AlarmBook = (plan: WorkspaceId) => Alarms

const createAlarms = (): Alarms => {
  const [list, setList] = createSignal<readonly Alarm[]>([])
  return {
    list,
    /** Once for each kind and author: a log that is read anew would repeat them all. */
    add(alarm) {
      const isKnown = ({ name, person }: Alarm): boolean => name === alarm.name && person === alarm.person
      setList((before) => (before.some(isKnown) ? before : [...before, alarm]))
    },
  }
}

export const createAlarmBook = (): AlarmBook => {
  const book = new Map<WorkspaceId, Alarms>()
  return (plan) => {
    const alarms = book.get(plan) ?? createAlarms()
    book.set(plan, alarms)
    return alarms
  }
}
