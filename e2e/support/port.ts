/** Ports for one test. Below those that systems hand out by themselves, so that a relay finds its own free again after it was killed. */
import { createServer } from 'node:net'

const FIRST = 20_000
const LAST = 31_999 // Linux gives ports from 32768 to outgoing connections (ip_local_port_range)

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

export const findPort = async (): Promise<number> => {
  const port = FIRST + Math.floor(Math.random() * (LAST - FIRST))
  return (await isFree(port)) ? port : findPort()
}
