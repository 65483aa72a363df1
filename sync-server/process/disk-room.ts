/**
 * Whether the disk has room (S8). When it is low the relay takes records only: a disk that is really full breaks more than
 * Weef.
 */
import { promises as files } from 'node:fs'

export type DiskRoom = {
  /** Too little room for anything but records. */
  isLow(): boolean
  stop(): void
}
export type DiskRoomOptions = {
  /** In bytes; 0: never low. */
  readonly leastFree: number
  /** `null`: unknown. */
  readonly askFree: () => Promise<number | null>
  /** Called when the state changes. */
  readonly onChange: (isLow: boolean) => void
}

/** Checked this often, in ms: even at the highest total append rate, little of the bound is used up between two checks. */
const CHECK_MS = 5_000
/**
 * Hysteresis: this multiple of the bound must be free again, or the state would flap with every WAL checkpoint of the
 * database.
 */
const ENOUGH = 1.25

export const isLowNow = (free: number | null, leastFree: number, wasLow: boolean): boolean =>
  free !== null && free < leastFree * (wasLow ? ENOUGH : 1)

/** Resolves after the first check. */
export const watchDisk = async ({ leastFree, askFree, onChange }: DiskRoomOptions): Promise<DiskRoom> => {
  let low = false
  const look = async (): Promise<void> => {
    const now = isLowNow(await askFree(), leastFree, low)
    if (now === low) return
    low = now
    onChange(low)
  }
  await look()
  const timer = setInterval(() => void look(), CHECK_MS)
  timer.unref()
  return { isLow: () => low, stop: () => clearInterval(timer) }
}

/** What an unprivileged process may still write there, in bytes. */
export const freeBytesOf = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await files.statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
