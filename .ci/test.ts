/** `npm test`: runs every stage, also after one has failed, says again what failed, and ends with the count alone on its last line. */
import type { Count } from './count.ts'
import { STAGES } from './stages.ts'

const failed = new Set<string>()
const failures: string[] = []
const total = { passed: 0, failed: 0 }

for (const stage of STAGES) {
  process.stdout.write(`\n── ${stage.name}\n`)
  const begun = performance.now()
  const blocked = stage.needs !== undefined && failed.has(stage.needs)
  const count: Count = blocked ? { passed: 0, failed: 1 } : await stage.run()
  if (blocked) process.stdout.write(`Not run: ${stage.needs} failed.\n`)
  if (count.failed > 0) failed.add(stage.name)
  total.passed += count.passed
  total.failed += count.failed
  failures.push(...(count.failures ?? []))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stdout.write(`── ${stage.name}: ${count.failed > 0 ? 'FAILED' : 'passed'} in ${seconds} s\n`)
}

for (const each of failures) process.stdout.write(`\n${each}\n`)
if (failed.size > 0) process.stdout.write(`\nFailed: ${[...failed].join(', ')}\n`)
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0
