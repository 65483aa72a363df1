/** Every visible string comes from copy/, and no screen carries a static style or a choice that is written again: checked on the source of every screen, and the check on itself. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFaults } from './jsx-rules.ts'

const ROOT = join(import.meta.dirname, '../..')
const SCREENS = globSync('client/**/*.tsx', { cwd: ROOT }).filter(
  (file) => !file.endsWith('.test.tsx') && !file.startsWith('client/testing/'),
)

test('every screen takes its words from copy/ and its looks from classes', async () => {
  expect(SCREENS.length).toBeGreaterThan(50)
  const found = await Promise.all(
    SCREENS.map(async (file) => {
      const faults = readFaults(file, await readFile(join(ROOT, file), 'utf8'))
      return faults.map(({ line, what }) => `${file}:${line} ${what}`)
    }),
  )
  expect(found.flat()).toEqual([])
})

const REFUSED = [
  '<p>Hallo daar</p>',
  '<p>{"Hallo"}</p>',
  '<p>{open() ? "Open" : copy().closed}</p>',
  '<p>{`Hallo ${name()}`}</p>',
  '<p>{late() && "Te laat"}</p>',
  '<button aria-label="Sluit">×</button>',
  '<button title={open() ? "Sluit" : "Toon"} />',
  '<input placeholder="Naam" />',
  '<img alt={`Kleur van ${name()}`} />',
  '<p style="color: red">{x()}</p>',
  '<p style={{ color: "red" }}>{x()}</p>',
  '<p style={{ color: colour(), "margin-top": 0 }}>{x()}</p>',
  '<input type="radio" checked={props.value === value} />',
  '<input type="checkbox" checked={isDone()} />',
]

test('a word of its own, a static style and a choice that is written again are refused, wherever they stand', () => {
  const accepted = REFUSED.filter(
    (jsx) => readFaults('planted.tsx', `export const Planted = () => ${jsx}`).length === 0,
  )
  expect(accepted).toEqual([])
})

const LAWFUL = [
  '<p class="lead">{copy().lead}</p>',
  '<p>{role() === "owner" ? copy().owner : copy().reader}</p>',
  '<p>{labelOf("owner")}: {name()} ✓ ×</p>',
  '<img alt="" src="mark.svg" />',
  '<For each={rows()}>{(row) => <Row kind="plain" label={copy().row(row.title)} />}</For>',
  '<input placeholder="https://" />',
  '<p style={{ "--colour": colour() }}>{x()}</p>',
]

test('what comes from copy/, is no word, or changes is accepted', () => {
  const refused = LAWFUL.filter((jsx) => readFaults('lawful.tsx', `export const Lawful = () => ${jsx}`).length > 0)
  expect(refused).toEqual([])
})
