/** What a command of an administrator is given, and what it is. Knows no process. */
import type { Config } from '../process/config.ts'

export type Surroundings = {
  readonly config: Config
  /** Where names of files begin. */
  readonly folder: string
  readonly say: (line: string) => void
  /** A yes or no from whoever sits there; `null` when nobody does. */
  readonly ask: (question: string) => Promise<boolean | null>
  /** ms since 1970. */
  readonly now: () => number
}
export type Flags = { readonly yes: boolean }
/** `null`: done. Otherwise one sentence that says why not. */
export type Outcome = string | null
export type Command = {
  /** After its name, as the help shows it; one word for each argument. */
  readonly usage: string
  readonly summary: string
  readonly needs: number
  readonly takes: number
  run(surroundings: Surroundings, args: readonly string[], flags: Flags): Promise<Outcome>
}
