/** The history of the open plan as a signal, page by page from the newest back. */
import { createSignal } from 'solid-js'
import { joinFloods } from '#domain/history/floods.ts'
import type { Line } from '#domain/history/lines.ts'
import { isSameDay } from '#copy/format/days-and-times.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { History } from '#ports/open-plan.ts'

/** `since`: the item of the log back to which it is read at once; `NaN`: the newest page will do. */
export const useHistory = (since: number) => {
  const plan = useOpenPlan()
  const [lines, setLines] = createSignal<readonly Line[] | null>(null)
  const [busy, setBusy] = createSignal(true)
  const [beginsAt, setBeginsAt] = createSignal<History['beginsAt']>('unknown')
  const [full, setFull] = createSignal(false)
  /** The entry before which the next page ends; 0: nothing is older. */
  const [next, setNext] = createSignal(0)
  let history: History | null = null

  const read = async (end: number): Promise<void> => {
    if (history === null) return
    setBusy(true)
    try {
      const page = await history.page(end)
      setNext(page.from)
      setLines((known) => joinFloods([...(known ?? []), ...page.lines], isSameDay))
    } finally {
      setBusy(false)
    }
  }
  const open = async (): Promise<History> => {
    history = await plan.history()
    setBeginsAt(history.beginsAt)
    setFull(history.full)
    return history
  }
  /** Reads the pages that were shown once more, and on as far as something older has come. */
  const again = async (): Promise<void> => {
    const known = lines()?.at(-1)?.from ?? 0
    const { entries, page } = await open()
    const found: Line[] = []
    let end = entries
    while (end > 0) {
      const { lines: older, from: start } = await page(end)
      found.push(...older)
      end = start
      if (older.some(({ from }) => from < known)) break
    }
    setNext(end)
    setLines(joinFloods(found, isSameDay))
  }
  const begin = async (): Promise<void> => {
    await read((await open()).entries)
    while (next() > 0 && firstItem(lines() ?? []) > since) await read(next())
  }
  void begin() // before anything is drawn: the disk works meanwhile
  return { lines, busy, beginsAt, full, next, older: () => void read(next()), again }
}

const firstItem = (lines: readonly Line[]): number => Math.min(...lines.map(({ from }) => from))
