/** An act that is asked about first: whether it is being asked, is under way, or has failed. */
import { createSignal } from 'solid-js'

/** `act` says whether it worked. While it is under way the question stays, and cannot be closed. */
export const askedFirst = (act: () => Promise<boolean>) => {
  const [state, setState] = createSignal<'ready' | 'asking' | 'busy' | 'failed'>('ready')
  const isBusy = () => state() === 'busy'
  return {
    isOpen: () => state() === 'asking' || isBusy(),
    isBusy,
    hasFailed: () => state() === 'failed',
    ask: (): void => void setState('asking'),
    close: (): void => void (state() === 'asking' && setState('ready')),
    go: async (): Promise<void> => {
      if (isBusy()) return
      setState('busy')
      setState((await act().catch(() => false)) ? 'ready' : 'failed')
    },
  }
}
