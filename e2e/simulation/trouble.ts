/** What goes wrong in which schedule, beside networks, disks and clocks. By seed, so that each kind is met in turn. */
import { type Habit, HABITS } from './hostile/habits.ts'

export type Trouble = 'honest' | 'hostile' | 'lying-relay'
const TROUBLES: readonly Trouble[] = ['honest', 'hostile', 'lying-relay', 'lying-relay']
export const troubleOf = (seed: number): Trouble => TROUBLES[seed % TROUBLES.length] ?? 'honest'

/** Whether the workspace is the home of one person with two devices, instead of a plan: every second honest schedule. */
export const isHome = (seed: number): boolean =>
  troubleOf(seed) === 'honest' && Math.floor(seed / TROUBLES.length) % 2 === 1

/** Whether there are two people from the first day: otherwise few schedules have somebody to take out while the relay lies. */
export const beginsTogether = (seed: number): boolean => seed % TROUBLES.length === TROUBLES.lastIndexOf('lying-relay')

/** The habit of the hostile member, where there is one. */
export const habitOf = (seed: number): Habit => HABITS[Math.floor(seed / TROUBLES.length) % HABITS.length] ?? 'other'
