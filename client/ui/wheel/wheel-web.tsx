/**
 * The drawing of the wheel: a web of threads, the scores, and another moment's line under them. Hidden from screen readers.
 */
import { For, Index, Show } from 'solid-js'
import {
  DOT,
  HALF_HEIGHT,
  HALF_WIDTH,
  type Scores,
  toEdges,
  toPath,
  toPoint,
  toRings,
  toScaleEnds,
  toSpokes,
  toThreadX,
} from './wheel-geometry.ts'

/** The position on a spoke of the sign for "none": it is not on the scale. */
export const NONE_AT = 5

export const WheelWeb = (props: { scores: readonly Scores[]; overlay?: Scores | undefined }) => {
  const count = () => props.scores.length
  // Until somebody has chosen between two scores, neither counts.
  const settled = (): Scores => props.scores.map((scores) => (scores.length === 1 ? (scores[0] ?? null) : null))
  return (
    <svg
      class="wh-web"
      viewBox={`${-HALF_WIDTH} ${-HALF_HEIGHT} ${2 * HALF_WIDTH} ${2 * HALF_HEIGHT}`}
      aria-hidden="true"
    >
      <For each={toEdges(settled())}>{({ wedge }) => <path class="wh-wedge" d={wedge} />}</For>
      <For each={toSpokes(count())}>{(spoke) => <path class="wh-thread" d={spoke} />}</For>
      <For each={toRings(count())}>
        {(ring, index) => <path class="wh-thread" classList={{ 'wh-rim': index() === 5 }} d={ring} />}
      </For>
      <For each={toScaleEnds(count())}>
        {({ score, at }) => (
          <text class="wh-end" x={at.x} y={at.y}>
            {score}
          </text>
        )}
      </For>
      <Show when={props.overlay}>{(overlay) => <Before scores={overlay()} />}</Show>
      <For each={toEdges(settled())}>{({ line }) => <path class="wh-line" d={line} />}</For>
      <Index each={props.scores}>
        {(scores, index) => (
          <Index each={scores().length === 0 ? [null] : scores()}>
            {(score) => <Dot index={index} count={count()} score={score()} open={scores().length !== 1} />}
          </Index>
        )}
      </Index>
    </svg>
  )
}

/** A score without neighbours is visible too, as a small ring. */
const Before = (props: { scores: Scores }) => (
  <>
    <For each={toEdges(props.scores)}>{({ line }) => <path class="wh-before" d={line} />}</For>
    <For each={props.scores}>
      {(score, index) => (
        <Show when={score !== null}>
          <circle
            class="wh-before-dot"
            cx={toPoint(index(), props.scores.length, score ?? 0).x}
            cy={toPoint(index(), props.scores.length, score ?? 0).y}
            r={3}
          />
        </Show>
      )}
    </For>
  </>
)

const Dot = (props: { index: number; count: number; score: number | null; open: boolean }) => {
  const at = () => toPoint(props.index, props.count, props.score ?? NONE_AT)
  return (
    <g
      class={`wh-dot wh-${props.index}`}
      classList={{ 'wh-open': props.open, 'wh-none': props.score === null }}
      transform={`translate(${at().x} ${at().y})`}
    >
      <circle r={DOT} />
      <text>{props.score ?? '?'}</text>
    </g>
  )
}

/** An additional topic: a thread of its own below the web, from zero to ten. */
export const WheelThread = (props: { scores: Scores; overlay: number | null }) => (
  <svg class="wh-own-thread" viewBox={`${-HALF_WIDTH} -14 ${2 * HALF_WIDTH} 28`} aria-hidden="true">
    <For each={[0, 2, 4, 6, 8, 10]}>
      {(score) => (
        <path
          class="wh-thread"
          d={toPath(
            [
              { x: toThreadX(score), y: -4 },
              { x: toThreadX(score), y: 4 },
            ],
            false,
          )}
        />
      )}
    </For>
    <path class="wh-thread wh-rim" d={`M${toThreadX(0)} 0L${toThreadX(10)} 0`} />
    <Show when={props.overlay !== null}>
      <circle class="wh-before-dot" cx={toThreadX(props.overlay ?? 0)} r={3} />
    </Show>
    <Index each={props.scores.length === 0 ? [null] : props.scores}>
      {(score) => (
        <g
          class="wh-dot wh-own"
          classList={{ 'wh-open': props.scores.length !== 1, 'wh-none': score() === null }}
          transform={`translate(${toThreadX(score() ?? NONE_AT)} 0)`}
        >
          <circle r={DOT} />
          <text>{score() ?? '?'}</text>
        </g>
      )}
    </Index>
  </svg>
)
