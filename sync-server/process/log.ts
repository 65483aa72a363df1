/** What the relay says about itself, as JSON lines on stderr. Never content, names, addresses, nor whole ids (S9). */
import { type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Without host name and process number: they tell a reader of the logs more than we promise. */
export const createLog = (level: LogLevel): Log =>
  pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))

/** Our own errors are fixed sentences; of another only its kind and the place where it happened are told. */
export const describeError = (error: unknown): { readonly kind: string; readonly at: string } => {
  if (!(error instanceof Error)) return { kind: typeof error, at: '' }
  const code = 'errcode' in error ? error.errcode : 'code' in error ? error.code : '' // SQLite's; PostgreSQL's or the system's
  return {
    kind: `${error.name} ${String(code)}`.trim(),
    at:
      error.stack
        ?.split('\n')
        .find((line) => line.includes(' at '))
        ?.trim() ?? '',
  }
}
