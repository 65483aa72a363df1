import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { DIMENSIONS } from '#domain/document/choices.ts'
import { parsePack } from './pack.ts'
import { DEFAULT_PACK, loadPack } from './packs.ts'

const files = globSync('*.json', { cwd: import.meta.dirname })
const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))

test.each(files)('%s is a valid pack, named after its content', (file) => {
  const parsed = parsePack(read(file))
  expect(parsed).toMatchObject({ ok: true })
  if (parsed.ok) expect(basename(file)).toBe(`${parsed.pack.id}.${parsed.pack.language}.json`)
})

test('the default pack has the official names, in every language of the app', async () => {
  for (const [language, copy] of [
    ['nl', nl],
    ['en', en],
  ] as const) {
    const pack = await loadPack(DEFAULT_PACK, language)
    expect(pack?.language).toBe(language)
    for (const dimension of DIMENSIONS) expect(pack?.dimensions[dimension].name).toBe(copy.wheel.topics[dimension])
  }
})

test.each(files)('%s: what to think of can be listed, so that the last has no “and” of its own', (file) => {
  const { dimensions } = read(file) as { dimensions: Record<string, { aspects: readonly string[] }> }
  const last = Object.values(dimensions).map(({ aspects }) => aspects.at(-1))
  expect(last.filter((aspect) => / (?:en|and) /.test(aspect ?? ''))).toEqual([])
})

test('an unknown pack is null; one without the language is in Dutch', async () => {
  expect(await loadPack('iph-2', 'nl')).toBeNull()
  expect(await loadPack('../../package', 'nl')).toBeNull()
  expect((await loadPack(DEFAULT_PACK, 'tlh'))?.language).toBe('nl')
})

const good = read(`${DEFAULT_PACK}.nl.json`) as { dimensions: Record<string, unknown> }
const { participation: _left, ...five } = good.dimensions

test.each([
  ['nothing', null, 'the file'],
  ['no licence', { ...good, licence: undefined }, 'licence'],
  ['a dimension less', { ...good, dimensions: five }, 'dimensions.participation'],
  ['a dimension more', { ...good, dimensions: { ...good.dimensions, money: {} } }, 'dimensions.money'],
  ['an empty question', withQuestion(' '), 'dimensions.participation.question'],
  ['a question of a page', withQuestion('a'.repeat(161)), 'dimensions.participation.question'],
])('refused whole, with the place: %s', (_name, value, place) => {
  const parsed = parsePack(value)
  expect(parsed.ok ? '' : parsed.reason).toMatch(new RegExp(`^${place}: .`))
})

function withQuestion(question: string): unknown {
  const participation = { ...(good.dimensions['participation'] as object), question }
  return { ...good, dimensions: { ...good.dimensions, participation } }
}
