/** Errors that browsers log while people work: of the page, the console, the content security policy. */
import type { BrowserContext } from '@playwright/test'

export type Troubles = {
  /** A broken network is part of the journey: the browser's messages about it are expected. */
  breakNetwork(): void
  /** Expected errors of a page that a journey breaks on purpose. */
  allow(pattern: RegExp): void
  watch(context: BrowserContext, who: string): Promise<void>
  found(): readonly string[]
}

const NETWORK = [/^WebSocket connection to .* failed/, /net::ERR_(?!BLOCKED)/, /^An SSL certificate error/]

export const createTroubles = (): Troubles => {
  const all: string[] = []
  const allowed: RegExp[] = []
  const hear = (who: string, text: string): void => void all.push(`${who}: ${text}`)
  return {
    breakNetwork: () => void allowed.push(...NETWORK),
    allow: (pattern) => void allowed.push(pattern),
    async watch(context, who) {
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
          console.error(`Against the policy: ${effectiveDirective} ${blockedURI} (${sourceFile}:${lineNumber})`)
        })
      })
      context.on('console', (message) => {
        if (message.type() === 'error') hear(who, message.text())
      })
      context.on('weberror', (error) => hear(who, String(error.error().stack ?? error.error())))
    },
    found: () => all.filter((line) => !allowed.some((pattern) => pattern.test(line.slice(line.indexOf(': ') + 2)))),
  }
}
