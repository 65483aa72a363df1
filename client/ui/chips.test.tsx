/** A tap on a choice holds, whatever is drawn again between the tap and what is made of it. */
import { cleanup, fireEvent, render, screen as page } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ChooseOne, ChooseSeveral } from './chips.tsx'

afterEach(cleanup)

const CHIPS = [{ value: 'phone', label: 'bellen' }] as const

test.each(['radio', 'checkbox'])('%s', (role) => {
  const [state, setState] = createSignal<{ chosen: 'phone' | null }>({ chosen: null })
  const choose = (chosen: 'phone' | null) => setState({ chosen })
  render(() =>
    role === 'radio' ? (
      <ChooseOne legend="Hoe?" chips={CHIPS} value={state().chosen} onChoose={choose} />
    ) : (
      <ChooseSeveral
        legend="Hoe?"
        chips={CHIPS}
        values={[state().chosen ?? []].flat()}
        onSwitch={(value, on) => choose(on ? value : null)}
      />
    ),
  )
  const chip = page.getByRole<HTMLInputElement>(role)
  chip.parentElement?.addEventListener('click', () => setState({ chosen: null }), true) // as a screen that stores itself first
  fireEvent.click(chip)
  expect([chip.checked, state().chosen]).toEqual([true, 'phone'])
})
