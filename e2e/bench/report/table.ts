/** Measurements as a table, beside their aims. Pure. */
import { type FigureName, median, type Numbers } from '../figures/measure.ts'
import { SERVERS, type ServerName } from '../servers/start.ts'

/** By figure and server, one for every round. */
export type Measured = ReadonlyMap<FigureName, ReadonlyMap<ServerName, readonly Numbers[]>>
type Values = Readonly<Partial<Record<ServerName, number>>>
type BenchSocket = {
  /** The number in the list of figures (quality.md). */
  readonly figure: number
  readonly from: FigureName
  readonly key: string
  readonly what: string
  readonly aim: string
  /** Which of our servers meet the aim; without it the line explains the one above. */
  readonly holds?: (ours: number, values: Values) => boolean
}

const OURS = ['weef-sqlite', 'weef-postgres'] as const
const NAMES: Readonly<Record<ServerName, string>> = {
  'weef-sqlite': 'ours, SQLite',
  'weef-postgres': 'ours, two relays on PostgreSQL',
  bare: 'bare `ws`',
  hocuspocus: 'Hocuspocus',
  'y-websocket': 'y-websocket',
}

const times =
  (factor: number) =>
  (ours: number, { bare }: Values) =>
    bare !== undefined && ours <= factor * bare
const bestPeer = ({ hocuspocus = Infinity, 'y-websocket': yjs = Infinity }: Values): number => Math.min(hocuspocus, yjs)

const LINES: readonly BenchSocket[] = [
  { figure: 1, from: 'appends', key: 'appends/s', what: 'durable appends per second', aim: '≥ 15,000', holds: (ours) => ours >= 15_000 },
  { figure: 1, from: 'appends', key: 'CPU µs/append', what: '… relay CPU for each, µs', aim: '' },
  { figure: 1, from: 'appends', key: 'database CPU µs/append', what: '… database CPU for each, µs', aim: '' },
  { figure: 2, from: 'deliveries', key: 'CPU µs/delivery', what: 'relay CPU per delivery, µs', aim: '≤ 1.8 × bare', holds: times(1.8) },
  { figure: 2, from: 'deliveries', key: 'database CPU µs/delivery', what: '… database CPU for each, µs', aim: '' },
  { figure: 2, from: 'deliveries', key: 'deliveries/s', what: '… deliveries per second meanwhile', aim: '' },
  { figure: 3, from: 'latency', key: 'p50 ms', what: 'edit → peer, p50, ms', aim: '≤ 2 × bare', holds: times(2) },
  { figure: 3, from: 'latency', key: 'p99 ms', what: 'edit → peer, p99, ms', aim: '≤ the best peer', holds: (ours, values) => ours <= bestPeer(values) },
  { figure: 3, from: 'latency', key: 'CPU µs/delivery', what: '… relay CPU per delivery at this quiet rate, µs', aim: '' },
  { figure: 4, from: 'memory', key: 'KiB/connection', what: 'memory per idle connection, KiB', aim: '≤ 1.2 × bare', holds: times(1.2) },
  { figure: 4, from: 'memory', key: 'CPU ms/connection', what: '… CPU to let it in, ms', aim: '' },
  { figure: 5, from: 'joins', key: 'CPU ms/join', what: 'relay CPU per join of a plan of five years, ms', aim: '≤ 3', holds: (ours) => ours <= 3 },
] // prettier-ignore

/** Three significant digits. */
export const inShort = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

const valuesOf = (measured: Measured, { from, key }: BenchSocket): Values =>
  Object.fromEntries(
    SERVERS.flatMap((server) => {
      const found = (measured.get(from)?.get(server) ?? []).flatMap((numbers) => numbers[key] ?? [])
      return found.length === 0 ? [] : [[server, median(found)]]
    }),
  )
const cell = (server: ServerName, values: Values): string => {
  const value = values[server]
  if (value === undefined || value === 0) return '–'
  const isOurs = OURS.some((own) => own === server)
  const ratio = isOurs && values.bare !== undefined && values.bare > 0 ? ` (${inShort(value / values.bare)} ×)` : ''
  return `${inShort(value)}${ratio}`
}
const verdict = (line: BenchSocket, values: Values): string =>
  line.holds === undefined
    ? ''
    : OURS.flatMap((server) => {
        const ours = values[server]
        return ours === undefined ? [] : [line.holds?.(ours, values) === true ? 'yes' : '**no**']
      }).join(' / ')

const undelivered = (measured: Measured, server: ServerName): string => {
  const all = [...measured.values()].flatMap((servers) => servers.get(server) ?? [])
  const lost = all.reduce((sum, numbers) => sum + (numbers['undelivered'] ?? 0) + (numbers['refused'] ?? 0), 0)
  return all.some((numbers) => 'undelivered' in numbers) ? String(lost) : '–'
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export const toTable = (measured: Measured): string => {
  const head = ['#', 'figure', 'aim', ...SERVERS.map((server) => NAMES[server]), 'holds (SQLite / PostgreSQL)']
  const rows = LINES.map((line) => {
    const values = valuesOf(measured, line)
    const cells = SERVERS.map((server) => cell(server, values))
    return row(String(line.figure), line.what, line.aim, ...cells, verdict(line, values))
  })
  const lost = row(
    '',
    'edits not delivered or refused',
    '0',
    ...SERVERS.map((server) => undelivered(measured, server)),
    '',
  )
  return [row(...head), row(...head.map(() => '---')), ...rows, lost].join('\n')
}
