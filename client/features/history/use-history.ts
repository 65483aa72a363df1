/** The history of the open plan as a signal, page by page from the newest back. What is shown stays where it is when more comes. */
import { batch, createSignal, onCleanup } from 'solid-js'
import { addOlder } from '#domain/history/floods.ts'
import type { Line } from '#domain/history/lines.ts'
import { isSameDay } from '#copy/format/days-and-times.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { History } from '#ports/open-plan.ts'

/** So many lines fill a screen, also a large one. */
const SCREENFUL = 8

/** `since`: the item of the log back to which it is read at once; `NaN`: as much as fills a screen will do. */
export const useHistory = (since: number) => {
  const plan = useOpenPlan()
  const [lines, setLines] = createSignal<readonly Line[] | null>(null)
  const [busy, setBusy] = createSignal(true)
  const [beginsAt, setBeginsAt] = createSignal<History['beginsAt']>('unknown')
  const [full, setFull] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  /** The entry before which the next page ends; 0: nothing is older. */
  const [next, setNext] = createSignal(0)
  let history: History | null = null
  let isLeft = false
  onCleanup(() => (isLeft = true))

  const show = (all: readonly Line[], from: number): void =>
    batch(() => {
      setNext(from)
      setLines(all)
    })
  const read = async (end: number): Promise<void> => {
    if (history === null) return
    setBusy(true)
    try {
      const page = await history.page(end)
      show(addOlder(lines() ?? [], page.lines, isSameDay), page.from)
    } finally {
      setBusy(false)
    }
  }
  const open = async (): Promise<History> => {
    history = await plan.history().catch((error: unknown) => {
      setBusy(false)
      throw error
    })
    setBeginsAt(history.beginsAt)
    setFull(history.full)
    return history
  }
  /** Reads the pages that were shown once more, and on as far as something older has come. */
  const again = async (): Promise<void> => {
    const last = lines()?.at(-1)
    const { entries, page } = await open()
    let found: readonly Line[] = []
    let end = entries
    while (end > 0) {
      const { lines: older, from: start } = await page(end)
      found = addOlder(found, older, isSameDay)
      end = start
      if (older.some(({ from }) => from < (last?.from ?? 0))) break
    }
    const place = found.findIndex(({ id }) => id === last?.id)
    if (place >= 0) setLines(found.slice(0, place + 1)) // newer lines first: a list that grows at both ends at once loses the focus
    show(found, end)
  }
  const begin = async (): Promise<void> => {
    await read((await open()).entries)
    if (next() > 0 && (lines() ?? []).length < SCREENFUL) await followOnce()
    while (next() > 0 && firstItem(lines() ?? []) > since) await read(next())
  }
  /** Reads the page before by itself, so that people see a list and not two lines. It waits for the first, which is shown sooner so. */
  const followOnce = async (): Promise<void> => {
    setBusy(true)
    await drawn()
    if (isLeft) return
    await read(next())
  }
  /** What cannot be read says so; what was shown stays. */
  const told = (reading: Promise<void>): void =>
    void reading.then(
      () => setFailed(false),
      () => batch(() => (setFailed(true), setLines((all) => all ?? []))),
    )
  told(begin()) // before anything is drawn: the disk works meanwhile
  return { failed, lines, busy, beginsAt, full, next, older: () => told(read(next())), again }
}

/** Once what has changed is on the screen: the frame after the one that draws it. */
const drawn = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

const firstItem = (lines: readonly Line[]): number => Math.min(...lines.map(({ from }) => from))
