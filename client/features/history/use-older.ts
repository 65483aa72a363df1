/** Reading from the relay what was before this device's history, for as long as the screen is there. */
import { createSignal, onCleanup } from 'solid-js'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { OlderOutcome, ReadingOlder } from '#ports/open-plan.ts'

export type Older =
  | { readonly name: 'idle' }
  | { readonly name: 'reading'; readonly share: number }
  | { readonly name: 'ended'; readonly how: OlderOutcome }

/** `come`: shows what has come. */
export const useOlder = (come: () => Promise<void>) => {
  const plan = useOpenPlan()
  const [state, setState] = createSignal<Older>({ name: 'idle' })
  let reading: ReadingOlder | null = null
  onCleanup(() => reading?.cancel())
  return {
    state,
    async read(): Promise<void> {
      setState({ name: 'reading', share: 0 })
      reading = plan.readOlder((share) => setState({ name: 'reading', share }))
      const how = await reading.outcome
      reading = null
      if (how === 'read' || how === 'too-much') await come()
      setState({ name: 'ended', how })
    },
    stop: () => reading?.cancel(),
  }
}
