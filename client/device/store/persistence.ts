/** Whether the browser keeps what is stored when it needs room (PROTOCOL.md, C2), and the one moment at which it is asked to. */
import { createSignal } from 'solid-js'
import type { Persistence } from '#ports/device.ts'

export const isPersisted = async (): Promise<boolean> =>
  (await navigator.storage?.persisted?.().catch(() => false)) ?? false

export type PersistenceRequest = {
  state(): Persistence
  /**
   * Asks after the first real input: browsers grant persistence to sites that are used, and people then know why they are
   * asked.
   */
  ask(): void
}

export const createPersistence = (persisted: boolean): PersistenceRequest => {
  const [state, setState] = createSignal<Persistence>(persisted ? 'granted' : 'unknown')
  let asked = false
  return {
    state,
    ask() {
      if (asked || state() === 'granted') return
      asked = true
      navigator.storage?.persist?.().then(
        (granted) => setState(granted ? 'granted' : 'refused'),
        () => setState('refused'),
      )
    },
  }
}
