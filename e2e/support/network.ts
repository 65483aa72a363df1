/** What lies between people and the relay: a TCP proxy that loses, delays, swallows and comes back. Knows no bytes of ours. */
import { createServer, type Server, type Socket, connect } from 'node:net'
import { findPort } from './port.ts'

export type Network = {
  readonly port: number
  readonly origin: string
  /** Where the relay is, once it runs. */
  leadTo(port: number): void
  /** Ends every connection at once and without a goodbye. New ones come through. */
  reset(): void
  /** Ends every connection and refuses new ones, as when the cable is out. */
  cut(): Promise<void>
  /** From now on everything arrives this much later, in ms. */
  delay(ms: number): void
  /** Connections stay, and nothing comes through any more: what a phone sees in a lift. */
  swallow(): void
  /** As new. What was swallowed is lost with its connection. */
  restore(): Promise<void>
  /** How many connections it has carried. */
  carried(): number
  close(): Promise<void>
}

type Pair = { readonly near: Socket; readonly far: Socket }

export const openNetwork = async (): Promise<Network> => {
  const port = await findPort()
  let target = 0
  let late = 0
  let swallows = false
  let count = 0
  const pairs = new Set<Pair>()

  const resetAll = (): void => {
    for (const { near, far } of pairs) {
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
    pairs.clear()
  }

  /** Order is kept: each piece waits for its own moment, and the moments do not overtake each other. */
  const carry = (from: Socket, to: Socket): void => {
    let line: Promise<void> = Promise.resolve()
    from.on('data', (bytes) => {
      if (swallows) return
      const due = Date.now() + late
      line = line.then(() => until(due)).then(() => void (to.destroyed || to.write(bytes)))
    })
    from.on('end', () => void line.then(() => to.end()))
    from.on('close', () => void line.then(() => to.destroy()))
    from.on('error', () => to.destroy())
  }

  const take = (near: Socket): void => {
    const far = connect(target, '127.0.0.1')
    const pair = { near, far }
    count += 1
    pairs.add(pair)
    near.setNoDelay(true)
    far.setNoDelay(true)
    carry(near, far)
    carry(far, near)
    near.on('close', () => pairs.delete(pair))
  }

  let server: Server | null = null
  const listen = (): Promise<void> =>
    new Promise((resolve) => {
      server = createServer(take).listen(port, '127.0.0.1', resolve)
    })
  const stopListening = (): Promise<void> =>
    new Promise((resolve) => {
      if (server === null) return resolve()
      server.close(() => resolve())
      server = null
      resetAll()
    })

  await listen()
  return {
    port,
    origin: `http://localhost:${port}`,
    leadTo: (relay) => (target = relay),
    reset: resetAll,
    cut: stopListening,
    delay: (ms) => (late = ms),
    swallow: () => (swallows = true),
    async restore() {
      late = 0
      if (swallows) resetAll()
      swallows = false
      if (server === null) await listen()
    },
    carried: () => count,
    close: stopListening,
  }
}

const until = (due: number): Promise<void> =>
  due <= Date.now() ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, due - Date.now()))
