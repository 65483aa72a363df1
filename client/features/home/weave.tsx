/** Two threads that become one cloth: an illustration for a first visit. Decoration only. */
import { For } from 'solid-js'

const [WIDTH, MIDDLE] = [320, 48]
/** How far a group of threads swings from the middle, and its threads from each other. */
const [SWING, APART] = [28, 14]
const THREADS = [-APART, 0, APART]
/** Half of what is seen of a thread that passes over another: it ends before the next crossing. */
const OVER = 5

/** One group comes from above, the other from below: `side` is 1 or -1. */
const heightAt = (x: number, thread: number, side: number): number =>
  MIDDLE + thread - side * SWING * Math.cos((2 * Math.PI * x) / WIDTH)

const toPath = (from: number, to: number, thread: number, side: number): string => {
  const points = Array.from({ length: Math.ceil((to - from) / 4) }, (_, index) => from + index * 4)
  return `M${[...points, to].map((x) => `${x.toFixed(1)} ${heightAt(x, thread, side).toFixed(1)}`).join('L')}`
}

const wholeOf = (side: number): string => THREADS.map((thread) => toPath(-4, WIDTH + 4, thread, side)).join('')

/** Where a thread of this group is on top: every second crossing, on both sides of the middle. */
const overOf = (side: number): string =>
  THREADS.flatMap((warm, row) =>
    THREADS.flatMap((green, column) => {
      if ((row + column) % 2 === (side === 1 ? 0 : 1)) return []
      const x = (Math.acos((warm - green) / (2 * SWING)) * WIDTH) / (2 * Math.PI)
      return [x, WIDTH - x].map((at) => toPath(at - OVER, at + OVER, side === 1 ? warm : green, side))
    }),
  ).join('')

/** Bottom first: what lies on top has a gap beside it, as threads have. */
const LAYERS = [
  ['warm', wholeOf(1)],
  ['gap', overOf(-1)],
  ['thread', wholeOf(-1)],
  ['gap', overOf(1)],
  ['warm', overOf(1)],
] as const

export const Weave = () => (
  <svg class="hm-weave" viewBox={`0 0 ${WIDTH} ${2 * MIDDLE}`} aria-hidden="true">
    <For each={LAYERS}>{([kind, path]) => <path class={`hm-weave-${kind}`} d={path} />}</For>
  </svg>
)
