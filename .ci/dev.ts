/** `npm run dev`: the relay restarts and the app reloads as files change. Vite passes the socket on to the relay. */
import { spawn, type ChildProcess } from 'node:child_process'
import { ROOT } from './command.ts'

const APP_ORIGIN = 'http://localhost:5173' // vite.config.ts, server.port

const start = (command: string, args: readonly string[]): ChildProcess =>
  spawn(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PORT: '4321', PUBLIC_ORIGIN: APP_ORIGIN },
  })

const both = [start('node', ['--watch', 'sync-server/main.ts']), start('vite', [])]

/** One without the other is no use: whoever stops first takes the other along. */
for (const child of both) child.on('exit', () => both.forEach((other) => other.kill()))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => both.forEach((child) => child.kill(signal)))
