/** `npm run check`: what judges a change while one works on it. `npm test` says the rest. */
import { TERMINAL } from './desk.ts'
import { runStages } from './run-stages.ts'
import { ENOUGH_FOR_A_CHANGE } from './stages.ts'

process.exitCode = await runStages(ENOUGH_FOR_A_CHANGE, TERMINAL)
