/** A TCP proxy between a reverse proxy and its relay that records how each connection began. */
import { createServer, connect, type Socket } from 'node:net'

export type Tap = {
  readonly port: number
  /** The heads of all requests so far. */
  readonly heads: string[]
  /** As when a process ends. */
  stop(): void
}

export const startTap = async (port: number, to: number): Promise<Tap> => {
  const heads: string[] = []
  const open = new Set<Socket>()
  const server = createServer((near) => {
    open.add(near)
    const far = connect(to, '127.0.0.1')
    near.on('data', (data) => {
      const text = data.toString('latin1')
      if (/^(GET|POST|HEAD) /.test(text)) heads.push(text)
    })
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) socket.on('error', () => {})
    near.on('close', () => {
      open.delete(near)
      far.destroy()
    })
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const stop = (): void => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { port, heads, stop }
}
