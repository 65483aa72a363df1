/** One command line → its effect and exit code. 0: done, 1: not done, 2: wrong usage. Knows no process. */
import { parseArgs } from 'node:util'
import { parseWorkspaceId } from '#shared/protocol/ids.ts'
import { readConfig } from '../process/config.ts'
import { describeError } from '../process/log.ts'
import { StoreUnusableError } from '../storage/unusable.ts'
import { backup, restore } from './backup.ts'
import type { Command, AdminContext } from './command.ts'
import { erase } from './erase.ts'
import { toPostgres } from './to-postgres.ts'
import { verify } from './verify.ts'
import { workspaces } from './workspaces.ts'

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ workspaces, verify, backup, restore, erase, 'to-postgres': toPostgres }),
)
const NAME_COLUMN = 18

const HELP = [
  'npm run admin -- COMMAND',
  '',
  ...[...COMMANDS].map(([name, { usage, summary }]) => `  ${`${name} ${usage}`.padEnd(NAME_COLUMN)} ${summary}`),
  '',
  `  ${'--yes'.padEnd(NAME_COLUMN)} do not ask before something is erased`,
  '',
  'It works on what DATA_DIR or DATABASE_URL name, as the relay does, and as the same user of the system.',
].join('\n')

export type Terminal = Omit<AdminContext, 'config'> & { readonly complain: (sentence: string) => void }

const OPTIONS = { yes: { type: 'boolean' }, help: { type: 'boolean' } } as const
/** One in 64 workspace ids begins like an option. */
const isOption = (word: string): boolean => word.startsWith('-') && parseWorkspaceId(word) === null
const readLine = (line: readonly string[]) => {
  const args = [...line.filter(isOption), '--', ...line.filter((word) => !isOption(word))]
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS })
  } catch (error) {
    return error instanceof Error ? error.message : HELP
  }
}

/** One sentence; an unexpected error's own message is left out, because it may contain anything. */
const sentenceOf = (error: unknown): string => {
  if (error instanceof StoreUnusableError) return error.message
  const { kind, at } = describeError(error)
  return `It could not be done (${kind} ${at}).`
}

export const runLine = async (
  line: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { complain, ...terminal }: Terminal,
): Promise<number> => {
  const wrong = (sentence: string): number => {
    complain(sentence)
    return 2
  }
  const parsed = readLine(line)
  if (typeof parsed === 'string') return wrong(parsed)
  const { values, positionals } = parsed
  const [name = 'help', ...args] = positionals
  if (values.help || name === 'help') {
    terminal.say(HELP)
    return 0
  }
  const command = COMMANDS.get(name)
  if (command === undefined) return wrong(`There is no command "${name}".\n\n${HELP}`)
  if (args.length < command.needs || args.length > command.takes)
    return wrong(`npm run admin -- ${name} ${command.usage}`)
  const read = readConfig(env)
  if (!read.ok) return wrong(read.sentence)
  const flags = { yes: values.yes ?? false }
  const context = { ...terminal, config: read.config }
  const outcome = await command.run(context, args, flags).catch(sentenceOf)
  if (outcome !== null) complain(outcome)
  return outcome === null ? 0 : 1
}
