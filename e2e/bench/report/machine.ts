/** Describes the machine of the measurement, without its name. */
import { fdatasyncSync, mkdtempSync, openSync, closeSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { arePinned } from '../machine/cores.ts'
import { percentile } from '../figures/measure.ts'
import { inShort } from './table.ts'

const WRITES = 200
const PAGE_BYTES = 4_096

/** The time in ms that the disk takes to sync one page, for several writes. */
const timeSyncs = (): readonly number[] => {
  const folder = mkdtempSync(join(tmpdir(), 'weef-disk-'))
  const file = openSync(join(folder, 'pages'), 'w')
  try {
    return Array.from({ length: WRITES }, (_, page) => {
      const from = performance.now()
      writeSync(file, new Uint8Array(PAGE_BYTES), 0, PAGE_BYTES, page * PAGE_BYTES)
      fdatasyncSync(file)
      return performance.now() - from
    })
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
}

export const describeMachine = (): string => {
  const syncs = timeSyncs()
  const kernel = release().split('.').slice(0, 2).join('.')
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 2 ** 30)} GiB of memory`,
    `${platform()} ${kernel}`,
    `Node ${process.versions.node}`,
    `the disk confirms a page in ${inShort(percentile(syncs, 0.5))} ms (p50), ${inShort(percentile(syncs, 0.99))} ms (p99)`,
    arePinned() ? 'server and load on a core each' : 'server and load on any core',
    `load before the run ${inShort(loadavg()[0] ?? 0)}`,
  ].join('; ')
}
