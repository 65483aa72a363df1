/** The words of a part's card as plain values, and how they are drawn: the same for the plan itself and for what was last seen of it. */
import { type Component, For, Index, Show } from 'solid-js'
import { AvatarGroup, type Face } from '#ui/avatar.tsx'
import { Dotted } from '#ui/dotted.tsx'
import { LineList } from '#ui/line-list.tsx'
import { type Spoke, WheelPicture } from '#ui/wheel/wheel.tsx'

/** An open goal with its open steps. `soft`: that it has no steps, or how many are done; empty: nothing. */
export type GoalWords = {
  readonly title: string
  readonly steps: readonly {
    readonly what: string
    readonly details: readonly string[]
    /** What marks it as the next one; empty: it is not. */
    readonly mark: string
  }[]
  readonly soft: string
}
export type Block =
  | { readonly is: 'text' | 'soft' | 'story' | 'heading'; readonly text: string }
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | { readonly is: 'sayings'; readonly sayings: readonly (readonly string[])[] }
  | { readonly is: 'goals'; readonly goals: readonly GoalWords[] }
  | { readonly is: 'faces'; readonly faces: readonly Face[] }
  | {
      readonly is: 'wheel'
      readonly label: string
      readonly spokes: readonly Spoke[]
      readonly talkAbout: string
      readonly scale: string
    }

type Kind = Block['is']
type Drawing<Is extends Kind> = Component<{ block: Extract<Block, { readonly is: Is }> }>
type Text = Component<{ block: { readonly text: string } }>

/** What is drawn stays as long as the kind of its block does. */
export const Blocks = (props: { of: readonly Block[] }) => (
  <Index each={props.of}>
    {(block) => (
      <Show when={block().is} keyed>
        {(is) => {
          const Drawn = DRAWN[is] as Component<{ block: Block }>
          return <Drawn block={block()} />
        }}
      </Show>
    )}
  </Index>
)

const Plain: Text = (props) => <p>{props.block.text}</p>
const Soft: Text = (props) => (
  <p class="soft" dir="auto">
    {props.block.text}
  </p>
)
const Story: Text = (props) => (
  <p class="ov-story" dir="auto" translate="no">
    {props.block.text}
  </p>
)
const Heading: Text = (props) => <h3>{props.block.text}</h3>
const Sayings: Drawing<'sayings'> = (props) => (
  <ul class="ov-list">
    <For each={props.block.sayings}>
      {(texts) => (
        <li dir="auto">
          <Dotted texts={texts} />
        </li>
      )}
    </For>
  </ul>
)
const Wheel: Drawing<'wheel'> = (props) => (
  <WheelPicture
    label={props.block.label}
    spokes={props.block.spokes}
    legend={{ now: '', talkAbout: props.block.talkAbout, scale: props.block.scale }}
  />
)

const Goals: Drawing<'goals'> = (props) => (
  <ul class="ov-goals">
    <Index each={props.block.goals}>
      {(goal) => (
        <li class="ov-goal">
          <h3 dir="auto" translate="no">
            {goal().title}
          </h3>
          <Show when={goal().steps.length > 0}>
            <ul class="ov-steps">
              <Index each={goal().steps}>
                {(step) => (
                  <li class="ov-step">
                    <Show when={step().mark}>{(mark) => <span class="ov-first">{mark()}</span>}</Show>
                    <span dir="auto" translate="no">
                      {step().what}
                    </span>
                    <span class="soft" dir="auto">
                      <Dotted texts={step().details} />
                    </span>
                  </li>
                )}
              </Index>
            </ul>
          </Show>
          <Show when={goal().soft}>{(soft) => <p class="soft">{soft()}</p>}</Show>
        </li>
      )}
    </Index>
  </ul>
)

const DRAWN: { readonly [Is in Kind]: Is extends 'text' | 'soft' | 'story' | 'heading' ? Text : Drawing<Is> } = {
  text: Plain,
  soft: Soft,
  story: Story,
  heading: Heading,
  lines: (props) => <LineList lines={props.block.lines} />,
  sayings: Sayings,
  goals: Goals,
  faces: (props) => <AvatarGroup faces={props.block.faces} />,
  wheel: Wheel,
}
