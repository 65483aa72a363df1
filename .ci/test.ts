/** `npm test`: all there is to know about the repository as it stands. */
import { TERMINAL } from './desk.ts'
import { runStages } from './run-stages.ts'
import { EVERYTHING } from './stages.ts'

process.exitCode = await runStages(EVERYTHING, TERMINAL)
