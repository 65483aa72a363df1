/** The day of today, also for a page that was left open over midnight and is looked at again. */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import { type Day, toDay } from '#domain/document/days.ts'
import { usePlatform } from './use-platform.ts'

export const useToday = (): Accessor<Day> => {
  const platform = usePlatform()
  const [today, setToday] = createSignal(toDay(platform.now()))
  const look = (): void => void setToday(toDay(platform.now()))
  onMount(() => document.addEventListener('visibilitychange', look))
  onCleanup(() => document.removeEventListener('visibilitychange', look))
  return today
}
