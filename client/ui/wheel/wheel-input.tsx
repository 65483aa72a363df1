/**
 * The wheel as an input: a tap on a spoke or its dot picks it, which brings its scale; a dot with a score is dragged; a tap on a
 * name opens its details; and there are the keys. No touch sets a score by itself, because a thumb that scrolls touches too.
 * A dragged score is set when the dot is released, so that a drag is one change and not twenty.
 */
import { createMemo, createSignal, Index, type Accessor } from 'solid-js'
import {
  findSpoke,
  fromThreadX,
  HALF_HEIGHT,
  HALF_WIDTH,
  scoreAlong,
  toPoint,
  toThreadX,
  type Point,
} from './wheel-geometry.ts'
import { scoreAfterKey } from './wheel-keys.ts'
import { NONE_AT } from './wheel-web.tsx'
import { type Spoke, WEB, WheelFrame, WheelName, type WheelPictureProps } from './wheel.tsx'
import './wheel-input.css'

export type WheelInputProps = WheelPictureProps & {
  /** The id of the spoke whose details are shown. */
  opened: string | null
  onOpen: (id: string) => void
  /** The id of the spoke whose scale is shown. */
  picked?: string | null
  onPick?: (id: string) => void
  /** Without it the wheel is read-only. `null` clears. */
  onSet?: ((id: string, score: number | null) => void) | undefined
}

type Dragged = { readonly id: string; readonly score: number }

export const WheelInput = (props: WheelInputProps) => {
  const [dragged, setDragged] = createSignal<Dragged | null>(null)
  const spokes = createMemo((): readonly Spoke[] =>
    props.spokes.map((spoke) => {
      const held = dragged()
      return held?.id === spoke.id ? { ...spoke, scores: [held.score] } : spoke
    }),
  )
  const onTap = (index: number | null): void => {
    const id = index === null ? undefined : props.spokes[index]?.id
    if (id !== undefined) props.onPick?.(id)
  }
  const handle = (spoke: Accessor<Spoke>, index: number) => (
    <Handle
      spoke={spoke()}
      index={index}
      picked={props.picked === spoke().id}
      onDrag={setDragged}
      onTap={() => onTap(index)}
      onSet={props.onSet}
      onOpen={props.onOpen}
    />
  )
  return (
    <WheelFrame
      {...props}
      spokes={spokes()}
      over={
        props.onSet && (
          <>
            {/* Whoever cannot point has the handles, each reached by keyboard. */}
            <div
              class="wh-field"
              role="presentation"
              onClick={(event) => onTap(findSpoke(toUnits(event, event.currentTarget), WEB))}
            />
            <Index each={spokes().slice(0, WEB)}>{handle}</Index>
          </>
        )
      }
      overThread={
        props.onSet && (
          <>
            <div class="wh-field" role="presentation" onClick={() => onTap(WEB)} />
            <Index each={spokes().slice(WEB)}>{(spoke) => handle(spoke, WEB)}</Index>
          </>
        )
      }
    >
      {(spoke) => (
        <button
          type="button"
          class="wh-tap"
          aria-expanded={props.opened === spoke().id}
          onClick={() => props.onOpen(spoke().id)}
        >
          <WheelName spoke={spoke()} />
        </button>
      )}
    </WheelFrame>
  )
}

/** Movement in CSS pixels up to which a press is a tap. */
const TREMBLE = 6

const Handle = (props: {
  spoke: Spoke
  index: number
  picked: boolean
  onDrag: (dragged: Dragged | null) => void
  onTap: () => void
  onSet: WheelInputProps['onSet']
  onOpen: (id: string) => void
}) => {
  let from: { readonly x: number; readonly y: number } | null = null
  let held: number | null = null
  /** The click at the end of a drag is none. */
  let wasDragged = false
  const score = () => props.spoke.scores.find((one) => one !== null) ?? null
  const place = (): Point =>
    props.index < WEB ? toPoint(props.index, WEB, score() ?? NONE_AT) : { x: toThreadX(score() ?? NONE_AT), y: 0 }
  const tall = () => (props.index < WEB ? HALF_HEIGHT : 14)
  const move = (event: PointerEvent & { currentTarget: Element }): void => {
    const field = event.currentTarget.parentElement
    if (from === null || field === null) return
    if (held === null && Math.hypot(event.clientX - from.x, event.clientY - from.y) < TREMBLE) return
    const at = toUnits(event, field)
    held = props.index < WEB ? scoreAlong(props.index, WEB, at) : fromThreadX(at.x)
    props.onDrag({ id: props.spoke.id, score: held })
  }
  const forget = (): void => {
    from = held = null
    props.onDrag(null)
  }
  const letGo = (): void => {
    const dropped = held
    forget()
    wasDragged = dropped !== null
    if (dropped !== null) props.onSet?.(props.spoke.id, dropped)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const after = event.key === 'Enter' ? undefined : scoreAfterKey(event.key, score())
    if (event.key === 'Enter') props.onOpen(props.spoke.id)
    else if (after === undefined) return
    else props.onSet?.(props.spoke.id, after)
    event.preventDefault()
  }
  return (
    <div
      class={`wh-hold wh-${props.index}`}
      classList={{ 'wh-picked': props.picked, 'wh-movable': score() !== null }}
      role="slider"
      tabindex="0"
      aria-label={props.spoke.name}
      aria-valuemin={0}
      aria-valuemax={10}
      // Required: without it browsers announce the middle; what is announced is aria-valuetext.
      aria-valuenow={score() ?? 0}
      aria-valuetext={props.spoke.said}
      style={{
        'inset-inline-start': `${(50 * (place().x + HALF_WIDTH)) / HALF_WIDTH}%`,
        'inset-block-start': `${(50 * (place().y + tall())) / tall()}%`,
      }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        wasDragged = false
        if (event.button !== 0 || score() === null) return // what is not there is not dragged
        event.currentTarget.setPointerCapture(event.pointerId)
        from = { x: event.clientX, y: event.clientY }
      }}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={forget}
      // With the click and not before: what it opens must not stand under the finger when the click comes.
      onClick={() => {
        if (!wasDragged) props.onTap()
        wasDragged = false
      }}
    />
  )
}

/** Converts page coordinates to the drawing's, which has the same aspect ratio. */
const toUnits = (event: MouseEvent, field: Element): Point => {
  const { left, top, width, height } = field.getBoundingClientRect()
  const unit = (2 * HALF_WIDTH) / width
  return { x: (event.clientX - left - width / 2) * unit, y: (event.clientY - top - height / 2) * unit }
}
