/** A folder of its own for a test that writes files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const makeFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'weef-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
