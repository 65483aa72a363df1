/**
 * One address for several relays: a proxy that polls each relay's readiness, and gives every new connection to the next
 * ready one. Decodes nothing.
 */
import { connect, createServer, type Socket } from 'node:net'

export type Address = {
  readonly port: number
  /** Open connections to each target, in their order. */
  counts(): readonly number[]
  close(): Promise<void>
}

/** Interval and timeout of the poll, in ms: real proxies take seconds, which these tests cannot wait for. */
const LOOK_MS = 200
const PATIENCE_MS = 500

/** `targets`: ports of this machine. `moved` is called when a connection begins or ends. */
export const openAddress = async (
  port: number,
  targets: readonly number[],
  moved: () => void = () => {},
): Promise<Address> => {
  const ready = new Set(targets)
  const pairs = new Map<Socket, { readonly far: Socket; readonly target: number }>()
  let turn = 0

  const look = async (target: number): Promise<void> => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const isReady = await fetch(`http://127.0.0.1:${target}/readyz`, { signal }).then(
      async (answer) => (await answer.text(), answer.ok),
      () => false,
    )
    if (isReady) ready.add(target)
    else ready.delete(target)
  }
  const looking = setInterval(() => targets.forEach((target) => void look(target)), LOOK_MS)

  /** A target that does not answer is skipped: most often it has died since the last poll. */
  const give = (near: Socket, left: readonly number[]): void => {
    const [target, ...others] = left
    if (target === undefined) return near.destroy() as unknown as void
    const far = connect(target, '127.0.0.1')
    const passOver = (): void => give(near, others)
    far.once('error', passOver)
    far.once('connect', () => {
      far.off('error', passOver)
      for (const socket of [near, far]) socket.setNoDelay(true)
      pairs.set(near, { far, target })
      moved()
      near.pipe(far).pipe(near)
      near.on('close', () => {
        far.destroy()
        pairs.delete(near)
        moved()
      })
      far.on('error', () => near.destroy())
      far.on('close', () => near.destroy())
    })
  }
  const server = createServer((near) => {
    near.on('error', () => {})
    turn += 1
    const order = targets.map((_, index) => targets[(index + turn) % targets.length] ?? 0)
    const up = order.filter((target) => ready.has(target))
    give(near, up.length > 0 ? up : order) // as real proxies do: perhaps it is only slow
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port,
    counts: () => targets.map((target) => [...pairs.values()].filter((pair) => pair.target === target).length),
    async close() {
      clearInterval(looking)
      for (const near of pairs.keys()) near.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
