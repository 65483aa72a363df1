/** Two or more values that people set at the same time, side by side until one is chosen (product.md, rule 5). */
import { For } from 'solid-js'
import { Button } from './button.tsx'
import './choose-between.css'

export type Option = { readonly label: string; readonly onChoose: () => void }

export const ChooseBetween = (props: { title: string; options: readonly Option[] }) => (
  <div class="cb" role="group" aria-label={props.title}>
    <p class="cb-title">{props.title}</p>
    <div class="cb-options">
      <For each={props.options}>{(option) => <Button onClick={option.onChoose}>{option.label}</Button>}</For>
    </div>
  </div>
)
