/** What a hostile member does half of the time, so that rare acts meet everything else. */
export type Habit = 'broken' | 'counting' | 'checkpoints' | 'smuggled' | 'other'
export const HABITS: readonly Habit[] = ['broken', 'counting', 'checkpoints', 'smuggled', 'other']
