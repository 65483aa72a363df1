/** Whether the disk has room (S8). With too little the relay only reads: a disk that is really full breaks more than Weef. */
import { promises as files } from 'node:fs'

export type DiskRoom = {
  /** Too little to take anything but records. */
  isLow(): boolean
  stop(): void
}
export type DiskRoomOptions = {
  /** In bytes; 0: it is never too little. */
  readonly leastFree: number
  /** `null`: nobody can tell. */
  readonly askFree: () => Promise<number | null>
  /** It has become so, or is over. */
  readonly onChange: (isLow: boolean) => void
}

/** Looked at this often, in ms: at the most that all may append together, far less than the bound is gone by then. */
const LOOK_MS = 5_000
/** So much of the bound must be free before it is over, or it would come and go with every checkpoint of the database. */
const ENOUGH = 1.25

export const isLowNow = (free: number | null, leastFree: number, wasLow: boolean): boolean =>
  free !== null && free < leastFree * (wasLow ? ENOUGH : 1)

/** Resolves when it has looked once. */
export const watchDisk = async ({ leastFree, askFree, onChange }: DiskRoomOptions): Promise<DiskRoom> => {
  let low = false
  const look = async (): Promise<void> => {
    const now = isLowNow(await askFree(), leastFree, low)
    if (now === low) return
    low = now
    onChange(low)
  }
  await look()
  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  return { isLow: () => low, stop: () => clearInterval(timer) }
}

/** What a process without privileges may still write there, in bytes. */
export const freeBytesOf = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await files.statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
