/** Loaded before every measured server (`--import`): reports its CPU time, and its memory after garbage collection. */
import { serveRpc } from '../machine/rpc.ts'

export type Usage = {
  /** Of all threads, user and system, in µs. */
  readonly cpu: number
  /** In bytes; after a collection only when one was requested. */
  readonly rss: number
}

/** V8 gives memory back in steps: the minimum of several samples, this many ms apart. */
const LOOKS = 8
const LOOK_MS = 150

const usage = (): Usage => {
  const { user, system } = process.cpuUsage()
  return { cpu: user + system, rss: process.memoryUsage.rss() }
}
const settled = async (): Promise<Usage> => {
  let least = usage()
  for (let look = 0; look < LOOKS; look += 1) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const now = usage()
    if (now.rss < least.rss) least = now
  }
  return least
}

serveRpc(process, (question: 'usage' | 'memory') => (question === 'memory' ? settled() : usage()))
process.channel?.unref() // the channel must not keep the server running
