/** The history of the open plan as a signal, page by page from the newest back. */
import { createSignal, onMount } from 'solid-js'
import { joinFloods } from '#domain/history/floods.ts'
import type { Line } from '#domain/history/lines.ts'
import { isSameDay } from '#copy/format/days-and-times.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { History } from '#ports/open-plan.ts'

export const useHistory = () => {
  const plan = useOpenPlan()
  const [lines, setLines] = createSignal<readonly Line[] | null>(null)
  const [busy, setBusy] = createSignal(true)
  const [beginsAt, setBeginsAt] = createSignal<History['beginsAt']>('unknown')
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
  onMount(() => {
    void plan.history().then((opened) => {
      history = opened
      setBeginsAt(opened.beginsAt)
      return read(opened.entries)
    })
  })
  return { lines, busy, beginsAt, next, older: () => void read(next()) }
}
