/** The load generator: a process of its own, so that its cost is not counted as the server's. Does one job and ends. */
import { answerWith, createAsker } from '../machine/ask.ts'
import { measureAppends } from '../figures/appends.ts'
import { measureCheck } from '../figures/check.ts'
import { measureDeliveries } from '../figures/deliveries.ts'
import { measureJoins } from '../figures/joins.ts'
import { measureLatency } from '../figures/latency.ts'
import type { FigureName, Numbers, Stage } from '../figures/measure.ts'
import { measureMemory } from '../figures/memory.ts'
import { measureTyping } from '../figures/typing.ts'
import type { ServerName, Used } from '../servers/start.ts'
import { createBareWire } from '../load/bare.ts'
import { createWeefWire } from '../load/weef.ts'
import type { Place, Wire } from '../load/wire.ts'
import { createYjsWire } from '../load/yjs.ts'

export type Job = {
  readonly figure: FigureName
  readonly server: ServerName
  readonly place: Place
  readonly windowMs: number
}

const MEASURES: Readonly<Record<FigureName, (stage: Stage) => Promise<Numbers>>> = {
  appends: measureAppends,
  deliveries: measureDeliveries,
  latency: measureLatency,
  memory: measureMemory,
  joins: measureJoins,
  typing: measureTyping,
  check: measureCheck,
}

const createWire = (server: ServerName, place: Place): Wire => {
  switch (server) {
    case 'weef-sqlite':
    case 'weef-postgres':
      return createWeefWire(place)
    case 'bare':
      return createBareWire(place)
    case 'hocuspocus':
    case 'y-websocket':
      return createYjsWire(place, server)
  }
}

const ask = createAsker(process)
answerWith(process, async ({ figure, server, place, windowMs }: Job): Promise<Numbers> => {
  const wire = createWire(server, place)
  return MEASURES[figure]({
    wire,
    place,
    windowMs,
    usage: () => ask<Used>('usage'),
    memory: () => ask<Used>('memory'),
    restart: () => ask<undefined>('restart'),
  })
})
