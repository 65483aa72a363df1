/** `npm run admin -- COMMAND`: an administrator's commands, at a real terminal. */
import { createInterface } from 'node:readline'
import { runLine } from './run.ts'

const ask = async (question: string): Promise<boolean | null> => {
  if (!process.stdin.isTTY) return null
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await new Promise<string>((resolve) => terminal.question(`${question} (yes/no) `, resolve))
  terminal.close()
  return answer.trim() === 'yes'
}

process.exitCode = await runLine(process.argv.slice(2), process.env, {
  folder: process.env['INIT_CWD'] ?? process.cwd(), // npm changes to its own folder, and passes the original one on
  now: Date.now,
  ask,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (sentence) => void process.stderr.write(`${sentence}\n`),
})
