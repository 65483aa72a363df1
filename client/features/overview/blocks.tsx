/** The words of a part's card as plain values, and how they are drawn: the same for the plan itself and for what was last seen of it. */
import { For, Index, type JSX, Match, Show, Switch } from 'solid-js'
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
type Of<Is extends Kind> = Extract<Block, { readonly is: Is }>
const only = <Is extends Kind>(block: Block, is: Is): Of<Is> | false => block.is === is && (block as Of<Is>)
const text = (block: Block, is: 'text' | 'soft' | 'story' | 'heading'): { readonly text: string } | false =>
  block.is === is && block

/** What is drawn stays as long as the kind of its block does. */
export const Blocks = (props: { of: readonly Block[] }) => (
  <Index each={props.of}>{(block) => <Drawn block={block()} />}</Index>
)

const Drawn = (props: { block: Block }): JSX.Element => (
  <Switch>
    <Match when={text(props.block, 'text')}>{(block) => <p>{block().text}</p>}</Match>
    <Match when={text(props.block, 'soft')}>
      {(block) => (
        <p class="soft" dir="auto">
          {block().text}
        </p>
      )}
    </Match>
    <Match when={text(props.block, 'story')}>
      {(block) => (
        <p class="ov-story" dir="auto" translate="no">
          {block().text}
        </p>
      )}
    </Match>
    <Match when={text(props.block, 'heading')}>{(block) => <h3>{block().text}</h3>}</Match>
    <Match when={only(props.block, 'lines')}>{(block) => <LineList lines={block().lines} />}</Match>
    <Match when={only(props.block, 'sayings')}>
      {(block) => (
        <ul class="ov-list">
          <For each={block().sayings}>
            {(texts) => (
              <li dir="auto">
                <Dotted texts={texts} />
              </li>
            )}
          </For>
        </ul>
      )}
    </Match>
    <Match when={only(props.block, 'goals')}>{(block) => <Goals goals={block().goals} />}</Match>
    <Match when={only(props.block, 'faces')}>{(block) => <AvatarGroup faces={block().faces} />}</Match>
    <Match when={only(props.block, 'wheel')}>
      {(block) => (
        <WheelPicture
          label={block().label}
          spokes={block().spokes}
          legend={{ now: '', talkAbout: block().talkAbout, scale: block().scale }}
        />
      )}
    </Match>
  </Switch>
)

const Goals = (props: { goals: readonly GoalWords[] }) => (
  <ul class="ov-goals">
    <Index each={props.goals}>
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
