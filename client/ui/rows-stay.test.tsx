import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ChooseBetween } from './choose-between.tsx'
import { AsideList } from './set-aside.tsx'

afterEach(cleanup)

const WORDS = { back: 'Haal terug', backOf: (text: string) => `Haal terug: ${text}` }

test('[habit 7] what was set aside keeps its button, however often others change the list', () => {
  const back: string[] = []
  const toRow = (id: string, text: string) => ({ id, text, by: 'Door Fatma', onBack: () => back.push(text) })
  const [rows, setRows] = createSignal([toRow('a', 'Een hond'), toRow('b', 'Een tuin')])
  render(() => <AsideList title={(count) => `Opzij gelegd (${count})`} rows={rows()} words={WORDS} />)
  const button = screen.getByText('Een tuin').closest('li')?.querySelector('button')
  button?.focus()
  setRows([toRow('c', 'Een boot'), toRow('a', 'Een hond'), toRow('b', 'Een grote tuin')])
  expect(document.activeElement).toBe(button)
  expect(button?.getAttribute('aria-label')).toBe('Haal terug: Een grote tuin')
  button?.click()
  expect(back).toEqual(['Een grote tuin'])
})

test('[habit 7] what is chosen between keeps its buttons; two that are called the same are two', () => {
  const chosen: string[] = []
  const toOptions = (...all: readonly string[]) =>
    all.map((label, at) => ({ label, onChoose: () => chosen.push(`${label} ${at}`) }))
  const [options, setOptions] = createSignal(toOptions('Sam', 'Sam'))
  render(() => <ChooseBetween title="Wie doet dit?" options={options()} />)
  const [first, second] = screen.getAllByRole('button', { name: 'Sam' })
  second?.focus()
  setOptions(toOptions('Sam', 'Sam', 'Wanda'))
  expect(screen.getAllByRole('button', { name: 'Sam' })).toEqual([first, second])
  expect(document.activeElement).toBe(second)
  second?.click()
  expect(chosen).toEqual(['Sam 1'])
})
