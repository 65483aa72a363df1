/** Search, filter and order for people with many plans. The searched words are not stored. */
import { For, createUniqueId } from 'solid-js'
import { useFirstCopy } from '#reactive/use-language.ts'
import { TextField } from '#ui/text-field.tsx'
import { type HomeView, ORDERS, SHOWS } from './find-plans.ts'

export const FindBar = (props: {
  search: string
  view: HomeView
  onSearch: (search: string) => void
  onView: (view: HomeView) => void
}) => {
  const copy = useFirstCopy()
  const words = () => copy().worker.find
  return (
    <div class="hm-find" role="search">
      <TextField
        unkept="search"
        label={words().search}
        value={props.search}
        onInput={(search) => props.onSearch(search)}
      />
      <Select
        label={words().show}
        value={props.view.show}
        choices={SHOWS.map((show) => [show, words().shows[show]])}
        onChoose={(show) => props.onView({ ...props.view, show })}
      />
      <Select
        label={words().order}
        value={props.view.order}
        choices={ORDERS.map((order) => [order, words().orders[order]])}
        onChoose={(order) => props.onView({ ...props.view, order })}
      />
    </div>
  )
}

const Select = <Value extends string>(props: {
  label: string
  value: Value
  choices: readonly (readonly [value: Value, words: string])[]
  onChoose: (value: Value) => void
}) => {
  const id = createUniqueId()
  const choose = (value: string): void => {
    const choice = props.choices.find(([known]) => known === value)
    if (choice !== undefined) props.onChoose(choice[0])
  }
  return (
    <div class="hm-choice">
      <label class="hm-label" for={id}>
        {props.label}
      </label>
      <select id={id} class="hm-select" onChange={(event) => choose(event.currentTarget.value)}>
        <For each={props.choices}>
          {([value, words]) => (
            <option value={value} selected={value === props.value}>
              {words}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}
