/** An administrator's commands without a terminal: their input and output. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { runLine } from '../admin/run.ts'

type Env = Readonly<Record<string, string>>
export type AdminResult = { readonly code: number | null; readonly said: string; readonly complained: string }

/** `answer`: to every question; `null`: nobody is at the terminal. */
export const runAdmin = async (
  env: Env,
  args: readonly string[],
  answer: boolean | null = null,
): Promise<AdminResult> => {
  let [said, complained] = ['', '']
  const code = await runLine(args, env, {
    folder: '/',
    now: Date.now,
    ask: async () => answer,
    say: (line) => (said += `${line}\n`),
    complain: (sentence) => (complained += `${sentence}\n`),
  })
  return { code, said, complained }
}

/** A process of its own, as `npm run admin -- …` starts it. */
export const runAdminProcess = (env: Env, ...args: readonly string[]): AdminResult => {
  const main = join(import.meta.dirname, '..', 'admin', 'main.ts')
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options)
  return { code: status, said: stdout, complained: stderr }
}
