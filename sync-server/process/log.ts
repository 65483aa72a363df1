/** The relay's log: JSON lines on stderr. Never content, names, addresses or whole ids (S9). */
import { type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Without host name and process id: they would tell a reader of the logs more than we promise. */
export const createLog = (level: LogLevel): Log =>
  pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))

/** Our own errors have fixed messages; of any other error only its kind and the place in the code are logged. */
export const describeError = (error: unknown): { readonly kind: string; readonly at: string } => {
  if (!(error instanceof Error)) return { kind: typeof error, at: '' }
  const code = 'errcode' in error ? error.errcode : 'code' in error ? error.code : '' // SQLite's code; else PostgreSQL's or the system's
  return {
    kind: `${error.name} ${String(code)}`.trim(),
    at:
      error.stack
        ?.split('\n')
        .find((line) => line.includes(' at '))
        ?.trim() ?? '',
  }
}
