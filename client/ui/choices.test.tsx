/** A tap on a choice of any look holds, whatever is drawn again between the tap and what is made of it. */
import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { CheckBox } from './check-box.tsx'
import { ChooseOne, ChooseSeveral } from './chips.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { RadioCards } from './radio-cards.tsx'

afterEach(cleanup)

type Chosen = { value: 'phone' | null; again: (value: 'phone' | null) => void }
const CHIPS = [{ value: 'phone', label: 'bellen' }] as const
const LOOKS = {
  'one of a row': (it: Chosen) => <ChooseOne legend="Hoe?" chips={CHIPS} value={it.value} onChoose={it.again} />,
  'several of a row': (it: Chosen) => (
    <ChooseSeveral
      legend="Hoe?"
      chips={CHIPS}
      values={[it.value ?? []].flat()}
      onSwitch={(value, on) => it.again(on ? value : null)}
    />
  ),
  'a check box': (it: Chosen) => (
    <CheckBox label="bellen" checked={it.value !== null} onChange={(on) => it.again(on ? 'phone' : null)} />
  ),
  'a card': (it: Chosen) => (
    <RadioCards
      legend="Hoe?"
      choices={[{ value: 'phone', title: 'bellen' }]}
      value={it.value ?? 'none'}
      onChoose={() => it.again('phone')}
    />
  ),
  'a colour': (it: Chosen) => (
    <ColourChoice
      legend="Welke?"
      names={['blauw']}
      value={it.value === null ? -1 : 0}
      onChoose={() => it.again('phone')}
    />
  ),
}

test.each(Object.entries(LOOKS))('%s', (_, Look) => {
  const [state, setState] = createSignal<Pick<Chosen, 'value'>>({ value: null })
  const again = (value: Chosen['value']) => setState({ value })
  const { container } = render(() => <Look value={state().value} again={again} />)
  const choice = container.querySelector('input')
  container.addEventListener('click', () => setState({ value: null }), true) // as a screen that stores itself first
  if (choice !== null) fireEvent.click(choice)
  expect([choice?.checked, state().value]).toEqual([true, 'phone'])
})
