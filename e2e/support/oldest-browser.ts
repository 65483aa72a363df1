/**
 * A browser that lacks what the oldest one that we serve lacks (shared/docs/product.md), as far as functions go: the build
 * lowers syntax, and nothing adds functions. Every journey runs in it.
 */
import type { BrowserContext } from '@playwright/test'

/** Younger than iOS 16.4, Chrome 111 or Firefox 128. A name is enough to find one in our own sources. */
export const YOUNGER: readonly string[] = [
  'Map.groupBy',
  'Object.groupBy',
  'Promise.withResolvers',
  'Promise.try',
  'Array.fromAsync',
  'URL.canParse',
  'URL.parse',
  'AbortSignal.any',
  'Uint8Array.fromBase64',
  'Uint8Array.fromHex',
  'RegExp.escape',
  'Error.isError',
  'Uint8Array.prototype.toBase64',
  'Uint8Array.prototype.toHex',
  'Set.prototype.union',
  'Set.prototype.intersection',
  'Set.prototype.symmetricDifference',
  'Set.prototype.isSubsetOf',
  'Set.prototype.isSupersetOf',
  'Set.prototype.isDisjointFrom',
  'Map.prototype.getOrInsert',
  'Map.prototype.getOrInsertComputed',
  'HTMLElement.prototype.showPopover',
]

/** Their names are those of arrays too: only a browser without them can tell. */
const YOUNGER_NAMESAKES: readonly string[] = [
  'Set.prototype.difference',
  'Blob.prototype.bytes',
  ...['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'].map(
    (name) => `Iterator.prototype.${name}`,
  ),
]

export const actAsOldest = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(
    (paths) => {
      for (const path of paths) {
        const [owner = '', ...names] = path.split('.')
        const last = names.pop() ?? ''
        let holder: unknown = Reflect.get(globalThis, owner)
        for (const name of names) holder = Object(holder)[name]
        if (holder !== undefined) Reflect.deleteProperty(Object(holder), last)
      }
    },
    [...YOUNGER, ...YOUNGER_NAMESAKES],
  )
