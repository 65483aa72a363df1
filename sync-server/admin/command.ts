/** The interface of an administrator's command. Knows no process. */
import type { Config } from '../process/config.ts'

export type AdminContext = {
  readonly config: Config
  /** The folder that relative file names start from. */
  readonly folder: string
  readonly say: (line: string) => void
  /** A yes or no from the person at the terminal; `null` without one. */
  readonly ask: (question: string) => Promise<boolean | null>
  /** ms since 1970. */
  readonly now: () => number
}
export type Flags = { readonly yes: boolean }
/** `null`: done. Otherwise one sentence that says why not. */
export type CommandResult = string | null
export type Command = {
  /** The arguments after its name, as the help shows them; one word each. */
  readonly usage: string
  readonly summary: string
  readonly needs: number
  readonly takes: number
  run(context: AdminContext, args: readonly string[], flags: Flags): Promise<CommandResult>
}
