/** Where stages say how far they are: the terminal. */
import type { Desk } from './run-stages.ts'

export const TERMINAL: Desk = { say: (text) => void process.stdout.write(text), now: () => performance.now() }
