import { render } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { toSpokenBlocks } from './spoken-blocks.ts'

const read = (html: string): readonly string[] => {
  const { container } = render(() => <div innerHTML={html} />)
  return toSpokenBlocks(container).map(({ text }) => text)
}

test('blocks in their order, also text that stands in no block of its own', () => {
  expect(read('<h1>Mijn  wiel</h1><div>Los <b>vet</b></div><ul><li>Eén <em>punt</em> .<p>erin</p></li></ul>')).toEqual([
    'Mijn wiel',
    'Los',
    'vet',
    'Eén punt.',
    'erin',
  ])
})

test('a row of a table is one block; what people wrote in a field is read too', () => {
  expect(
    read('<table><tbody><tr><th>Meedoen</th><td>6</td></tr></tbody></table><textarea>Elke week</textarea>'),
  ).toEqual(['Meedoen, 6', 'Elke week'])
})

test('what is only to be pressed, is hidden or folded away is not read', () => {
  const fold = '<details><summary>Meer</summary><p>gevouwen</p></details>'
  expect(read(`<button>Bewaar</button><p hidden>weg</p><p aria-hidden="true">teken</p>${fold}<p>Wel</p>`)).toEqual([
    'Meer',
    'Wel',
  ])
})

test('a name on the wheel is read with its score, although it can be pressed', () => {
  const name = '<button class="wh-tap"><span>Meedoen</span><span>: 0, hier wil ik over praten</span></button>'
  expect(read(`<ul><li>${name}</li></ul>`)).toEqual(['Meedoen: 0, hier wil ik over praten'])
})

test('of a choice that was made only what was chosen is read', () => {
  const choice = (name: string, checked: string) => `<label><input type="radio" ${checked}>${name}</label>`
  const group = (checked: string) =>
    `<fieldset><legend>Bellen</legend>${choice('graag', checked)}${choice('niet', '')}</fieldset>`
  expect(read(group('checked'))).toEqual(['Bellen', 'graag'])
  expect(read(group(''))).toEqual(['Bellen', 'graag', 'niet'])
})
