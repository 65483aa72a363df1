/**
 * `npm run bench`: our relay beside others, figure by figure. Prints a table; a run of everything also writes RESULTS.md.
 * `-- --figures latency,memory --servers bare,weef-sqlite --rounds 1 --seconds 2` measures less; `--profile FOLDER` keeps
 * V8's profiles of the servers.
 */
import { parseArgs } from 'node:util'
import { FIGURES, type FigureName, type Numbers } from './figures/measure.ts'
import { measure } from './generator/process.ts'
import { ensurePeers } from './peers.ts'
import { measureApp } from './report/app.ts'
import { describeMachine } from './report/machine.ts'
import { writeResults } from './report/results.ts'
import { inShort, type Measured, toTable } from './report/table.ts'
import { stopDatabase } from './servers/database.ts'
import { SERVERS, startServer, type ServerName } from './servers/start.ts'

const { values } = parseArgs({
  options: {
    figures: { type: 'string', default: '' },
    servers: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    profile: { type: 'string' },
  },
})
const chosen = <Name extends string>(all: readonly Name[], names: string): readonly Name[] =>
  names === '' ? all : all.filter((name) => names.split(',').includes(name))
const figures = chosen(FIGURES, values.figures)
const servers = chosen(SERVERS, values.servers)
const isWhole = values.figures === '' && values.servers === ''
const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]

/** Figures that a server cannot do are left out. */
const ASKED: Readonly<Record<FigureName, readonly ServerName[]>> = {
  appends: ['weef-sqlite', 'weef-postgres'],
  deliveries: SERVERS,
  latency: SERVERS,
  memory: SERVERS,
  joins: ['weef-sqlite', 'weef-postgres', 'hocuspocus', 'y-websocket'],
  typing: ['y-websocket'],
  check: ['weef-sqlite'],
}
/** Figures that are the same in each run. */
const ONCE: readonly FigureName[] = ['typing', 'check']

const measureOnce = async (figure: FigureName, name: ServerName): Promise<Numbers> => {
  const server = await startServer(name, flags)
  try {
    return await measure(server, { figure, windowMs: Number(values.seconds) * 1_000 })
  } finally {
    await server.stop()
  }
}
const say = (numbers: Numbers): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name} ${inShort(value)}`)
    .join(', ')

/** All servers in each round, so that a slow minute of the machine affects all of them. */
const measureAll = async (): Promise<Measured> => {
  const measured = new Map(figures.map((figure) => [figure, new Map<ServerName, Numbers[]>()]))
  for (const figure of figures) {
    const rounds = ONCE.includes(figure) ? 1 : Number(values.rounds)
    for (let round = 0; round < rounds; round += 1) {
      for (const server of servers.filter((name) => ASKED[figure].includes(name))) {
        const numbers = await measureOnce(figure, server)
        console.log(`${figure}, ${server}: ${say(numbers)}`)
        const rows = measured.get(figure)
        rows?.set(server, [...(rows.get(server) ?? []), numbers])
      }
    }
  }
  return measured
}

const run = async (): Promise<void> => {
  const machine = describeMachine()
  const measured = await measureAll()
  const once = ONCE.flatMap((figure) => {
    const numbers = [...(measured.get(figure)?.values() ?? [])].flat()
    return numbers.map(
      (each) =>
        `- ${figure === 'typing' ? 'Figure 9, y-websocket' : 'Load generator beside real clients'}: ${say(each)}`,
    )
  })
  const lines = [...(isWhole ? measureApp() : []), ...once]
  const today = new Date().toISOString().slice(0, 10)
  const text = [
    `${today}. Medians of ${values.rounds} rounds of ${values.seconds} s. ${machine}.`,
    toTable(measured),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ].join('\n\n')
  console.log(`\n${text}`)
  if (isWhole) writeResults(text)
}

if (ensurePeers()) await run().finally(stopDatabase)
else process.exitCode = 1
