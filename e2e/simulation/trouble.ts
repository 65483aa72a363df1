/** What goes wrong in which schedule, beside networks, disks and clocks. By seed, so that each kind is met in turn. */

export type Trouble = 'honest' | 'hostile' | 'lying-relay'
const TROUBLES: readonly Trouble[] = ['honest', 'hostile', 'lying-relay', 'lying-relay']
export const troubleOf = (seed: number): Trouble => TROUBLES[seed % TROUBLES.length] ?? 'honest'

/** What a hostile member does half of the time, so that rare acts meet everything else. */
export type Habit = 'broken' | 'counting' | 'checkpoints' | 'smuggled' | 'other'
export const HABITS: readonly Habit[] = ['broken', 'counting', 'checkpoints', 'smuggled', 'other']
export const habitOf = (seed: number): Habit => HABITS[Math.floor(seed / TROUBLES.length) % HABITS.length] ?? 'other'
