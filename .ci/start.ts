/**
 * `npm start`: builds the app, then becomes the relay that serves it. The relay reads its own configuration from the environment;
 * at a terminal it tells only what goes wrong, unless LOG_LEVEL says otherwise.
 */
import { run } from './command.ts'

process.env['LOG_LEVEL'] ||= 'warn'
process.stdout.write('Building the app …\n')
if ((await run('vite', ['build', '--logLevel', 'warn'])) !== 0) {
  process.stderr.write('\nThe app could not be built; the reason is above. Nothing was started.\n')
  process.exit(1)
}
await import('#relay/main.ts')
