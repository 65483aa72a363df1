/**
 * A tap is for what stood there when the finger set out. What others change moves lists, and a control of another row then comes
 * under a finger that is on its way, or down already: such a tap goes nowhere. No list has to know of it: a plan's frame says that
 * another's change comes, and each list that its rows move (tell-move.ts).
 */
import { CONTROL, controlAt } from './tap-once.ts'
import { MOVE, type Mover } from './tell-move.ts'

/** From seeing to tapping, in ms. */
const AIMING_MS = 500
/** What moves so soon after a tap or key is its answer, in ms. */
const ANSWER_MS = 1_000
/** Where everything stands is looked at no more often than this, in ms: a plan that catches up changes without end. */
const LOOK_MS = 100

type Spot = { readonly control: Element; readonly rect: DOMRect }
type Look = { readonly at: number; readonly spots: readonly Spot[] }

const AIMS = `${CONTROL}, label, input, textarea, select, [contenteditable=true]`

const look = (at: number): Look => ({
  at,
  spots: [...document.querySelectorAll(AIMS)].map((one) => ({
    control: controlAt(one) ?? one,
    rect: one.getBoundingClientRect(),
  })),
})

const covers = ({ left, right, top, bottom }: DOMRect, { clientX: x, clientY: y }: MouseEvent): boolean =>
  left <= x && x <= right && top <= y && y <= bottom

/** Around everything; the answer stops it. */
export const tapWhereAimed = (window: Window): (() => void) => {
  /** Oldest first. */
  let looks: readonly Look[] = []
  let actedAt = -Infinity
  let pointer = { x: Number.NaN, y: Number.NaN }
  let down: { readonly control: Element | null; readonly astray: boolean } | null = null
  const onMove = (event: Event): void => {
    const { detail, timeStamp: at } = event as CustomEvent<Mover>
    if (detail === 'unknown' && at - actedAt < ANSWER_MS) return
    looks = looks.filter((one) => at - one.at < AIMING_MS)
    if (at - (looks.at(-1)?.at ?? -Infinity) >= LOOK_MS) looks = [...looks, look(at)]
  }
  /** Another control stood there when the finger set out. */
  const isAstray = (control: Element | null, event: MouseEvent): boolean => {
    const aimed = looks
      .find(({ at }) => event.timeStamp - at < AIMING_MS)
      ?.spots.filter(({ rect }) => covers(rect, event))
    return (
      control !== null && aimed !== undefined && aimed.length > 0 && aimed.every((spot) => spot.control !== control)
    )
  }
  const onDown = (event: PointerEvent): void => {
    const control = controlAt(event.target)
    down = { control, astray: isAstray(control, event) }
  }
  const onClick = (event: MouseEvent): void => {
    const pressed = down
    down = null
    const control = controlAt(event.target)
    if (event.detail === 0 || control === null) return // of a keyboard, or of the app
    if (!pressed?.astray && !(pressed?.control !== control && isAstray(control, event))) return aimAnew()
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const aimAnew = (): void => void (looks = [])
  const onAct = ({ timeStamp }: Event): void => void (actedAt = timeStamp)
  /** A mouse that has moved since points at what is there now. */
  const onPoint = ({ pointerType, clientX: x, clientY: y }: PointerEvent): void => {
    if (pointerType === 'mouse' && (x !== pointer.x || y !== pointer.y)) aimAnew()
    pointer = { x, y }
  }
  const heard = [
    [MOVE, onMove],
    ['pointerdown', onDown],
    ['click', onClick],
    ['click', onAct],
    ['keydown', onAct],
    ['pointermove', onPoint],
    ['touchmove', aimAnew],
    ['wheel', aimAnew],
    // Whoever has typed since, or come to another screen, has looked again.
    ['input', aimAnew],
    ['hashchange', aimAnew],
    ['popstate', aimAnew],
  ] as const
  for (const [name, listener] of heard)
    window.addEventListener(name, listener as EventListener, { capture: true, passive: name !== 'click' })
  return () => {
    for (const [name, listener] of heard) window.removeEventListener(name, listener as EventListener, { capture: true })
  }
}
