/**
 * The wheel on a screen or on paper: the web, with the names around it. The names are a list that includes the scores, so
 * that screen reader users get what others see. Knows no topics: names and scores are passed in.
 */
import { For, Index, Show, type Accessor, type JSX } from 'solid-js'
import type { Scores } from './wheel-geometry.ts'
import { WheelThread, WheelWeb } from './wheel-web.tsx'
import './wheel-names.css'
import './wheel.css'

export type Spoke = {
  readonly id: string
  readonly name: string
  readonly scores: Scores
  readonly talkAbout: boolean
  /** The value in words, for screen readers: "6, hier wil ik over praten". */
  readonly said: string
  /** The score of another moment or person. */
  readonly before: number | null
}

/** The legend of this drawing's lines and dots; what the drawing lacks is left out. */
export type WheelLegend = {
  readonly now: string
  readonly before?: string | undefined
  readonly talkAbout: string
  /** What the ends of the scale mean. */
  readonly scale: string
}

export type WheelPictureProps = {
  /** The label of the list of names. */
  label: string
  /** The first six form the web, clockwise; a seventh is a thread below it. */
  spokes: readonly Spoke[]
  legend: WheelLegend
}

export const WheelPicture = (props: WheelPictureProps) => (
  <WheelFrame {...props}>{(spoke) => <WheelName spoke={spoke()} />}</WheelFrame>
)

export const WheelName = (props: { spoke: Spoke }) => (
  <>
    <Show when={props.spoke.talkAbout}>
      <span class="wh-talk" />
    </Show>
    <span class="wh-words" dir="auto">
      {props.spoke.name}
    </span>
    <span class="only-heard">{`: ${props.spoke.said}`}</span>
  </>
)

/** The number of spokes in the web. */
export const WEB = 6

/** `over` is drawn over the web, in its units: the draggable parts. */
export const WheelFrame = (
  props: WheelPictureProps & {
    over?: JSX.Element
    overThread?: JSX.Element
    children: (spoke: Accessor<Spoke>, index: number) => JSX.Element
  },
) => {
  const web = () => props.spokes.slice(0, WEB)
  const own = () => props.spokes[WEB]
  return (
    <div class="wh">
      <div class="wh-box">
        <div class="wh-grid">
          <ul class="wh-names" aria-label={props.label}>
            <Index each={props.spokes}>
              {(spoke, index) => <li class={`wh-name wh-at-${index} wh-${index}`}>{props.children(spoke, index)}</li>}
            </Index>
          </ul>
          <div class="wh-over wh-over-web">
            <WheelWeb
              scores={web().map(({ scores }) => scores)}
              overlay={props.legend.before === undefined ? undefined : web().map(({ before }) => before)}
            />
            {props.over}
          </div>
          <Show when={own()}>
            {(spoke) => (
              <div class="wh-over wh-over-thread">
                <WheelThread scores={spoke().scores} overlay={spoke().before} />
                {props.overThread}
              </div>
            )}
          </Show>
        </div>
      </div>
      <Legend legend={props.legend} talks={props.spokes.some(({ talkAbout }) => talkAbout)} />
    </div>
  )
}

const Legend = (props: { legend: WheelLegend; talks: boolean }) => {
  const lines = () => [
    ...(props.legend.before === undefined
      ? []
      : ([
          ['now', props.legend.now],
          ['before', props.legend.before],
        ] as const)),
    ...(props.talks ? [['talk', props.legend.talkAbout] as const] : []),
  ]
  return (
    <>
      <p class="wh-legend">{props.legend.scale}</p>
      <Show when={lines().length > 0}>
        <ul class="wh-legend">
          <For each={lines()}>
            {([kind, text]) => (
              <li>
                <span class={`wh-sign wh-sign-${kind}`} />
                <span dir="auto">{text}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}
