/** Several relay processes on one database, behind one address. */
import { freePort } from '#relay/testing/socket-app.ts'
import { type RelayProcess, startRelay } from '#relay/testing/relay-process.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import { type Address, openAddress } from './address.ts'

export type OneRelay = {
  /** Bypasses the common address. */
  readonly direct: RelayAddress
  /** People connected to it. */
  people(): number
  start(): Promise<void>
  /** As if the machine were gone. */
  kill(): Promise<void>
  /** It is frozen, and its sockets stay open. */
  freeze(): void
  thaw(): void
  /** Its log output since its start, once it has ended. */
  ended(): Promise<string>
}
export type Relays = {
  /** The address that people know. */
  readonly address: RelayAddress
  readonly all: readonly OneRelay[]
  stop(): Promise<void>
}

const START_TRIES = 3

export const startRelays = async (
  count: number,
  env: Record<string, string>,
  moved: () => void = () => {},
): Promise<Relays> => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const ports: number[] = []
  while (ports.length < count) ports.push(await freePort())
  const processes = new Map<number, RelayProcess>()
  let address: Address | null = null

  /** Like a supervisor: a relay that cannot start yet, because its database is slow to come up, is started again. */
  const startOne = async (own: number, tries: number): Promise<void> => {
    const started = startRelay({ ...env, PORT: String(own), PUBLIC_ORIGIN: origin })
    processes.set(own, started)
    await started.ready().catch((error: unknown) => {
      if (tries <= 1) throw error
      return startOne(own, tries - 1)
    })
  }

  const all = ports.map((own, index): OneRelay => {
    const signal = (name: NodeJS.Signals): void => void processes.get(own)?.child.kill(name)
    return {
      direct: { url: `ws://127.0.0.1:${own}/relay`, origin },
      people: () => address?.counts()[index] ?? 0,
      start: () => startOne(own, START_TRIES),
      async kill() {
        signal('SIGKILL')
        await processes.get(own)?.ended
      },
      freeze: () => signal('SIGSTOP'),
      thaw: () => signal('SIGCONT'),
      ended: async () => (await processes.get(own)?.ended)?.output ?? '',
    }
  })
  const stop = async (): Promise<void> => {
    await address?.close()
    await Promise.all(all.map((relay) => relay.kill())) // frozen ones too
  }
  try {
    await Promise.all(all.map((relay) => relay.start()))
    address = await openAddress(port, ports, moved)
  } catch (error) {
    await stop()
    throw error
  }
  return { address: { url: `ws://127.0.0.1:${port}/relay`, origin }, all, stop }
}
