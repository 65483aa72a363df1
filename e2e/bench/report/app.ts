/** Figures 8 and 9 of the app, by the commands that measure them. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')

const said = (command: string, ...args: readonly string[]): string => {
  const { status, stdout } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${status}).`)
  return stdout
}
type Size = { readonly name: string; readonly size: number; readonly sizeLimit: number }
const inKb = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`

/** One line for each, as a list. */
export const measureApp = (): readonly string[] => {
  said('vite', 'build', '--logLevel', 'warn')
  const sizes = JSON.parse(said('size-limit', '--json')) as readonly Size[]
  const protocol = said(process.execPath, 'e2e/figures/main.ts', '--wire').trim().split('\n')
  return [
    ...sizes.map(({ name, size, sizeLimit }) => `- Figure 8, ${name}: ${inKb(size)} (held below ${inKb(sizeLimit)})`),
    ...protocol.map((line) => `- Figure 9, ${line}`),
  ]
}
