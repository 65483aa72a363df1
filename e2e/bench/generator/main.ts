/** The load generator: a process of its own, so that its cost is not counted as the server's. Does one job and ends. */
import { serveRpc, createRpcClient } from '../machine/rpc.ts'
import { measureAppends } from '../figures/appends.ts'
import { measureCheck } from '../figures/check.ts'
import { measureDeliveries } from '../figures/deliveries.ts'
import { measureJoins } from '../figures/joins.ts'
import { measureLatency } from '../figures/latency.ts'
import type { FigureName, Numbers, FigureContext } from '../figures/measure.ts'
import { measureMemory } from '../figures/memory.ts'
import { measureTyping } from '../figures/typing.ts'
import type { ServerName, Used } from '../servers/start.ts'
import { createBareProtocol } from '../load/bare.ts'
import { createWeefProtocol } from '../load/weef.ts'
import type { ServerAddress, ServerProtocol } from '../load/server-protocol.ts'
import { createYjsProtocol } from '../load/yjs.ts'

export type Job = {
  readonly figure: FigureName
  readonly server: ServerName
  readonly place: ServerAddress
  readonly windowMs: number
}

const MEASURES: Readonly<Record<FigureName, (stage: FigureContext) => Promise<Numbers>>> = {
  appends: measureAppends,
  deliveries: measureDeliveries,
  latency: measureLatency,
  memory: measureMemory,
  joins: measureJoins,
  typing: measureTyping,
  check: measureCheck,
}

const createWire = (server: ServerName, place: ServerAddress): ServerProtocol => {
  switch (server) {
    case 'weef-sqlite':
    case 'weef-postgres':
      return createWeefProtocol(place)
    case 'bare':
      return createBareProtocol(place)
    case 'hocuspocus':
    case 'y-websocket':
      return createYjsProtocol(place, server)
  }
}

const ask = createRpcClient(process)
serveRpc(process, async ({ figure, server, place, windowMs }: Job): Promise<Numbers> => {
  const protocol = createWire(server, place)
  return MEASURES[figure]({
    protocol,
    place,
    windowMs,
    usage: () => ask<Used>('usage'),
    memory: () => ask<Used>('memory'),
    restart: () => ask<undefined>('restart'),
  })
})
