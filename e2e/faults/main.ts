/** `npm run faults -- --seeds 20 [--from 1]`: the fault tests with more schedules than `npm test` has time for. */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '10' }, from: { type: 'string', default: '1' } },
})
const env = { ...process.env, FAULT_SEEDS: values.seeds, FAULT_FROM: values.from }
const tests = spawn('vitest', ['run', '--project', 'logic', 'e2e/faults'], { env, stdio: 'inherit' })
tests.on('close', (code) => process.exit(code ?? 1))
