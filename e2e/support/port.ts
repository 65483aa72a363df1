/** Ports for one test, below those that systems assign, so that a killed relay finds its own port free again. */
import { createServer } from 'node:net'

const FIRST = 20_000
const LAST = 31_999 // Linux assigns ports from 32768 to outgoing connections (ip_local_port_range)

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
