/** Two or more values that people set at the same time, side by side until one is chosen (product.md, rule 5). */
import { For } from 'solid-js'
import { Button } from './button.tsx'
import './choose-between.css'

export type Option = { readonly label: string; readonly onChoose: () => void }

export const ChooseBetween = (props: { title: string; options: readonly Option[] }) => (
  <div class="cw" role="group" aria-label={props.title}>
    <p class="cw-title">{props.title}</p>
    <div class="cw-options">
      <For each={props.options}>{(option) => <Button onClick={option.onChoose}>{option.label}</Button>}</For>
    </div>
  </div>
)
