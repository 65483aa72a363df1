/** A proxy between one person and the relay: it can be cut, reset, slowed, or made silently dead. Decodes nothing. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { findPort } from './port.ts'
import { CONNECTED, greetingLength, requestLength, WELCOME } from './socks.ts'

export type NetworkProxy = {
  /** For the browser's settings. */
  readonly proxy: { readonly server: string; readonly bypass: string }
  /** Ends every connection at once and without a close. New ones get through. */
  reset(): void
  /** Ends every connection and refuses new ones: the cable is out. */
  cut(): Promise<void>
  /** From now on everything arrives this much later, in ms. */
  delay(ms: number): void
  /** Connections stay and new ones are accepted, but nothing gets through: a phone in a lift. */
  swallow(): void
  /** New connections go to this port from now on, like a proxy that chooses another relay. */
  lead(port: number): void
  /** Back to normal. Swallowed bytes are lost, with their connection. */
  restore(): Promise<void>
  close(): Promise<void>
}

type Pair = { readonly near: Socket; readonly far: Socket }

/** Every connection goes to one port of this machine, at first this one. */
export const openNetworkProxy = async (first: number): Promise<NetworkProxy> => {
  let target = first
  let late = 0
  let swallows = false
  const port = await findPort()
  let server: Server | null = null
  const pairs = new Set<Pair>()

  const reset = (): void => {
    for (const { near, far } of pairs) {
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
    pairs.clear()
  }

  /** Keeps the order: each chunk waits for its own time, and none overtakes another. */
  const carry = (from: Socket, to: Socket): void => {
    let turn: Promise<void> = Promise.resolve()
    from.on('data', (bytes) => {
      if (swallows) return
      const due = Date.now() + late
      turn = turn.then(() => until(due)).then(() => void (to.destroyed || to.write(bytes)))
    })
    from.on('close', () => void turn.then(() => to.destroy()))
    from.on('error', () => to.destroy())
  }

  const take = (near: Socket): void => {
    const far = connect(target, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    near.on('close', () => pairs.delete(pair))
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
    far.on('close', () => near.destroy())
    for (const socket of [near, far]) socket.setNoDelay(true)
    near.write(WELCOME)
    let heard: Buffer = Buffer.alloc(0)
    const hear = (bytes: Buffer): void => {
      heard = Buffer.concat([heard, bytes])
      const greeting = greetingLength(heard)
      const request = greeting === null ? null : requestLength(heard.subarray(greeting))
      if (greeting === null || request === null) return
      near.off('data', hear)
      near.write(CONNECTED)
      if (!swallows) far.write(heard.subarray(greeting + request))
      carry(near, far)
      carry(far, near)
    }
    near.on('data', hear)
  }

  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const opened = createServer(take)
      server = opened
      opened.once('error', reject)
      opened.listen(port, '127.0.0.1', resolve)
    })
  const cut = (): Promise<void> =>
    new Promise((resolve) => {
      if (server === null) return resolve()
      server.close(() => resolve())
      server = null
      reset()
    })

  await listen()
  return {
    proxy: { server: `socks5://127.0.0.1:${port}`, bypass: '<-loopback>' },
    reset,
    cut,
    delay: (ms) => void (late = ms),
    swallow: () => void (swallows = true),
    lead: (to) => void (target = to),
    async restore() {
      late = 0
      if (swallows) reset()
      swallows = false
      if (server === null) await listen()
    },
    close: cut,
  }
}

const until = (due: number): Promise<void> =>
  due <= Date.now() ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, due - Date.now()))
