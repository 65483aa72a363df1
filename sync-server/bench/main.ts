/** `npm run bench`: our relay beside others, figure by figure (README.md of sync-server). Prints, and writes RESULTS.md. */
import { parseArgs } from 'node:util'
import { FIGURES, type FigureName } from './figures/measure.ts'
import { measure } from './load/process.ts'
import { SERVERS, startServer, type ServerName } from './servers/process.ts'

const { values } = parseArgs({
  options: {
    figures: { type: 'string', default: FIGURES.join(',') },
    servers: { type: 'string', default: SERVERS.join(',') },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    profile: { type: 'string' }, // a folder for V8's profiles of the servers
  },
})
const figures = FIGURES.filter((name) => values.figures.split(',').includes(name))
const servers = SERVERS.filter((name) => values.servers.split(',').includes(name))

const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]

const measureOnce = async (figure: FigureName, name: ServerName) => {
  const server = await startServer(name, flags)
  try {
    return await measure(server, { figure, windowMs: Number(values.seconds) * 1_000 })
  } finally {
    await server.stop()
  }
}
/** What a server does not do is not asked of it. */
const LEFT_OUT: Readonly<Record<FigureName, readonly ServerName[]>> = {
  appends: ['bare', 'hocuspocus', 'y-websocket'],
  deliveries: [],
  latency: [],
  memory: [],
  joins: ['bare'],
}
for (const figure of figures) {
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const server of servers.filter((name) => !LEFT_OUT[figure].includes(name)))
      console.log(figure, server, await measureOnce(figure, server))
  }
}
