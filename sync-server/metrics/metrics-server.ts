/**
 * Serves `/metrics` on a port of its own, which no proxy forwards to the internet
 * (shared/docs/decisions/2026-11-figures-have-a-port-of-their-own.md).
 */
import { createServer } from 'node:http'
import type { Metrics } from './metrics.ts'

export type MetricsServerOptions = { readonly port: number; readonly host: string; readonly metrics: Metrics }

/** Rejects when the port cannot be bound. The result stops the server. */
export const startMetricsServer = async ({
  port,
  host,
  metrics,
}: MetricsServerOptions): Promise<() => Promise<void>> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.read().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return async () => {
    server.close()
    server.closeAllConnections()
  }
}
