import { render } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { toSpokenBlocks } from './spoken-blocks.ts'

const words = nl.readAloud
const read = (html: string): readonly string[] => {
  const { container } = render(() => <div innerHTML={html} />)
  return toSpokenBlocks(container, words).map(({ text }) => text)
}

test('blocks are read in their order, including text outside of any block', () => {
  expect(read('<h1>Mijn  wiel</h1><div>Los <b>vet</b></div><ul><li>Eén <em>punt</em> .<p>erin</p></li></ul>')).toEqual([
    'Mijn wiel',
    'Los',
    'vet',
    'Eén punt.',
    'erin',
  ])
})

test('a row of a table is one block, with what was chosen in it', () => {
  const choice = '<select aria-label="Cijfer"><option>nog niets</option><option selected>6</option></select>'
  expect(
    read(`<table><tbody><tr><th>Meedoen</th><td>6</td></tr><tr><th>Slapen</th><td>${choice}</td></tr></table>`),
  ).toEqual(['Meedoen, 6', 'Slapen, 6'])
})

test('a dot between two words is a pause', () => {
  expect(read('<p>Ans<span>\u00a0·</span><span> </span>samen · bezig</p>')).toEqual(['Ans, samen, bezig'])
})

test('controls, hidden and folded content are not read, nor are invisible names', () => {
  const fold = '<details><summary>Meer</summary><p>gevouwen</p></details>'
  expect(
    read(
      `<button>Bewaar</button><a class="bt">Ga</a><p hidden>weg</p><p aria-hidden="true">teken</p>${fold}<div role="slider" aria-label="Meedoen"></div><p>Wel</p>`,
    ),
  ).toEqual(['Meer', 'Wel'])
})

test('a name on the wheel is read with its score, although it is a button', () => {
  const name = '<button class="wh-tap"><span>Meedoen</span><span>: 0, hier wil ik over praten</span></button>'
  expect(read(`<ul><li>${name}</li></ul>`)).toEqual(['Meedoen: 0, hier wil ik over praten'])
})

test('conflicting values are read, although they are buttons', () => {
  const options =
    '<div><button class="bt"><bdi>op 3 mei</bdi></button><button class="bt"><bdi>op 4 mei</bdi></button></div>'
  expect(read(`<div class="cw" role="group"><p>Kies samen.</p>${options}</div>`)).toEqual([
    'Kies samen.',
    'op 3 mei',
    'op 4 mei',
  ])
})

test('a check box is read with its label, or alone where the label is beside it', () => {
  const box = (checked: string) =>
    `<input id="t${checked}" type="checkbox" ${checked}><label for="t${checked}">Hier wil ik over praten</label>`
  expect(read(box('checked'))).toEqual([`Hier wil ik over praten: ${words.ticked}`])
  expect(read(box(''))).toEqual([`Hier wil ik over praten: ${words.unticked}`])
  const bare = (checked: string) => `<label><input type="checkbox" aria-label="Klaar" ${checked}></label><p>Bellen</p>`
  expect(read(bare('checked'))).toEqual([words.ticked, 'Bellen'])
  expect(read(bare(''))).toEqual([words.unticked, 'Bellen'])
})

test.each(['radio', 'checkbox'])('of a choice by %s only the chosen option is read, or that none is', (type) => {
  const choice = (name: string, checked: string) => `<label><input type="${type}" ${checked}>${name}</label>`
  const group = (checked: string) =>
    `<fieldset><legend>Bellen</legend>${choice('graag', checked)}${choice('niet', '')}</fieldset>`
  expect(read(group('checked'))).toEqual(['Bellen', words.chosen('graag')])
  expect(read(group(''))).toEqual([`Bellen: ${words.nothingChosen}`, 'graag', 'niet'])
})

test("an option's title and its explanation are two sentences", () => {
  const card = '<label><input type="radio" checked><span><span>leest mee</span><span>Ziet alles.</span></span></label>'
  expect(read(`<fieldset><legend>Wie?</legend>${card}</fieldset>`)[1]).toBe(words.chosen('leest mee. Ziet alles.'))
})

test('of a row of buttons, the chosen one is read', () => {
  const score = (at: number, pressed: boolean) => `<button aria-pressed="${pressed}">${at}</button>`
  expect(read(`<div role="group">${score(5, false)}${score(6, true)}</div>${score(7, true)}`)).toEqual([
    words.chosen('6'),
  ])
})

test('a field is read with its label and its value: text, choice, a day in words, or that it is empty', () => {
  const field = (label: string, input: string) => `<label for="f">${label}</label>${input}`
  expect(read(field('Waarom?', '<textarea id="f">Elke week</textarea>'))).toEqual(['Waarom?', 'Elke week'])
  expect(read(field('Waarom?', '<textarea id="f"></textarea>'))).toEqual(['Waarom?', words.empty])
  expect(read(field('Naam', '<input id="f" type="text" value="Ans">'))).toEqual(['Naam', 'Ans'])
  expect(read(field('Naam', '<input id="f" type="text">'))).toEqual(['Naam', words.empty])
  expect(read(field('Welke dag?', '<input id="f" type="date" value="2026-12-03">'))).toEqual([
    'Welke dag?',
    'donderdag 3 december 2026',
  ])
  expect(read(field('Welke dag?', '<input id="f" type="date">'))).toEqual(['Welke dag?', words.empty])
  expect(en.readAloud.day('2026-12-03')).toMatch(/^Thursday,? 3 December 2026$/)
  const select = '<select><option>alles</option><option selected>nieuw</option></select>'
  expect(read(`<label><span>Laat zien</span>${select}</label>`)).toEqual(['Laat zien', 'nieuw'])
})
