/** Values that people set at the same time, side by side until one is chosen (product.md, rule 5). */
import { Button } from './button.tsx'
import { ForId } from './for-id.tsx'
import './choose-between.css'

export type Option = { readonly label: string; readonly onChoose: () => void }

export const ChooseBetween = (props: { title: string; options: readonly Option[] }) => (
  <div class="cw" role="group" aria-label={props.title}>
    <p class="cw-title">
      <bdi>{props.title}</bdi>
    </p>
    <div class="cw-options">
      {/* Two may have the same name: where each stands tells them apart. */}
      <ForId each={props.options.map((option, at) => ({ ...option, id: `${at} ${option.label}` }))} by={({ id }) => id}>
        {(option) => (
          <Button look="careful" onClick={() => option().onChoose()}>
            <bdi>{option().label}</bdi>
          </Button>
        )}
      </ForId>
    </div>
  </div>
)
