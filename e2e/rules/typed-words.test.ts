/**
 * What people type is kept until it is saved, everywhere (decisions: what-is-typed-is-kept): a form has
 * no text field but those of client/ui, which keep it, and a field that keeps nothing stands here with its reason.
 */
import { expect, test } from 'vitest'
import { lineOf, type Node, parse, walk } from './syntax.ts'
import { isProof, readSources, type Sources } from './sources.ts'

/** Files that draw a field of the browser's in which text is typed. */
const FIELDS: Readonly<Record<string, string>> = {
  'client/ui/text-field.tsx': 'keeps one line',
  'client/ui/text-area.tsx': 'keeps some lines',
  'client/editor/shared-text.tsx': 'writes into the plan as it is typed, and keeps what does not fit',
  'client/editor/link-form.tsx': 'an address, which is pasted: the words that it belongs to stay selected in the story',
}
/** Fields that keep nothing, by file and reason. */
const UNKEPT: Readonly<Record<string, string>> = {
  'client/features/backup/put-back-screen.tsx secret': 'a key card opens everything of a person',
  'client/features/card/card-screen.tsx secret': 'a key card opens everything of a person',
  'client/features/home/find-bar.tsx search': 'the words would tell whom somebody looked for',
  'client/features/join/join-form.tsx secret': 'a code, on a device that may be nobody’s',
  'client/features/join/join-form.tsx undecided':
    'a name: only after it is it chosen whether this device keeps anything',
  'client/features/open/open-screen.tsx secret': 'an invitation lets in whoever has it',
}
/** Kinds of inputs in which nothing is typed, or only a value that the browser itself completes. */
const CHOICES = new Set(['checkbox', 'radio', 'file', 'date', 'time', 'range', 'color'])

type Found = { readonly file: string; readonly line: number; readonly what: string }

const valueOf = (element: Node, name: string): string | null => {
  const opening = element['openingElement'] as Node
  for (const attribute of opening['attributes'] as Node[]) {
    if (attribute.type !== 'JSXAttribute' || (attribute['name'] as { name?: unknown }).name !== name) continue
    const value = attribute['value'] as Node | null
    return value?.type === 'Literal' ? String(value['value']) : ''
  }
  return null
}
const nameOf = (element: Node): string =>
  String(((element['openingElement'] as Node)['name'] as { name?: unknown }).name ?? '')

const find = (sources: Sources): readonly Found[] =>
  [...sources]
    .filter(([file]) => /^client\/.*\.tsx$/.test(file) && !isProof(file))
    .flatMap(([file, code]) => {
      const found: Found[] = []
      walk(parse(file, code), (node) => {
        if (node.type !== 'JSXElement') return
        const line = lineOf(code, node.start)
        const name = nameOf(node)
        const isTyped = name === 'textarea' || (name === 'input' && !CHOICES.has(valueOf(node, 'type') ?? 'text'))
        if (isTyped) found.push({ file, line, what: 'field' })
        if (valueOf(node, 'contenteditable') !== null) found.push({ file, line, what: 'field' })
        if (valueOf(node, 'maxlength') !== null) found.push({ file, line, what: 'maxlength' })
        const unkept = valueOf(node, 'unkept')
        if (unkept !== null) found.push({ file, line, what: `unkept ${unkept}` })
      })
      return found
    })

const isAllowed = ({ file, what }: Found): boolean =>
  what === 'field' ? file in FIELDS : what.startsWith('unkept ') && `${file} ${what.slice(7)}` in UNKEPT
const goingRound = (sources: Sources): readonly string[] =>
  find(sources)
    .filter((found) => !isAllowed(found))
    .map(({ file, line, what }) => `${file}:${line} ${what}`)

test('every field in which people type keeps it, or is named here with its reason; none cuts', () => {
  const sources = readSources()
  expect(goingRound(sources)).toEqual([])
  const known = new Set(find(sources).map(({ file, what }) => (what === 'field' ? file : `${file} ${what.slice(7)}`)))
  expect([...Object.keys(FIELDS), ...Object.keys(UNKEPT)].filter((one) => !known.has(one))).toEqual([])
})

test.each([
  ['<input value={x()} />', 'field'],
  ['<input type="text" />', 'field'],
  ['<input type="email" />', 'field'],
  ['<textarea />', 'field'],
  ['<div contenteditable="true" />', 'field'],
  ['<TextField maxlength={4} draft={x} />', 'maxlength'],
  ['<TextField unkept="search" value={x()} />', 'unkept search'],
  ['<TextField unkept={why()} value={x()} />', 'unkept '],
])('a field that goes round it is found: %s', (jsx, what) => {
  const planted = new Map([['client/features/planted.tsx', `export const Planted = () => ${jsx}`]])
  expect(goingRound(planted)).toEqual([`client/features/planted.tsx:1 ${what}`])
})

test.each(['<input type="date" />', '<TextField draft={x} />'])('and this is not: %s', (jsx) => {
  expect(goingRound(new Map([['client/features/planted.tsx', `export const Planted = () => ${jsx}`]]))).toEqual([])
})
