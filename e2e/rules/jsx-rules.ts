/** What our screens may not contain and the linter cannot see: words that are not from copy/, styles that break the strict policy, and choices that take a tap back. */
import { childrenOf, isNode, lineOf, type Node, parse, walk } from './syntax.ts'

/** Attributes that are read, by eye or by ear. */
const READ = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title',
  'label',
])
/** Two letters in a row, outside a web address: an address is the same in every language. */
const isWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replace(/https?:\/\/\S*/g, ''))

const textOf = (node: Node): string =>
  node.type === 'Literal' && typeof node['value'] === 'string'
    ? node['value']
    : node.type === 'TemplateElement'
      ? (node['value'] as { raw: string }).raw
      : ''

/** Every string that an expression may come out as: `a ? 'x' : 'y'` has two, `f('x')` none, because `f` decides. */
const outcomesOf = (node: unknown): readonly string[] => {
  if (!isNode(node)) return []
  if (node.type === 'CallExpression' || node.type === 'MemberExpression' || node.type.startsWith('JSXEl')) return []
  if (node.type.endsWith('FunctionExpression') || node.type === 'BinaryExpression') return []
  if (node.type === 'ConditionalExpression') return [node['consequent'], node['alternate']].flatMap(outcomesOf)
  return [textOf(node), ...childrenOf(node).flatMap(outcomesOf)]
}

const nameOf = (attribute: Node): string => String((attribute['name'] as { name?: unknown }).name)

const isStatic = (node: Node): boolean =>
  node.type === 'Literal' || (node.type === 'TemplateLiteral' && (node['expressions'] as []).length === 0)

/** Solid compiles these into the template's HTML as a `style` attribute, which `style-src 'self'` refuses. */
const hasStaticStyle = (value: unknown): boolean => {
  if (!isNode(value)) return false
  if (value.type !== 'JSXExpressionContainer') return true
  const expression = value['expression'] as Node
  if (expression.type !== 'ObjectExpression') return isStatic(expression)
  return (expression['properties'] as Node[]).some(
    (property) => isNode(property['value']) && isStatic(property['value']),
  )
}

/** What is written to a check box or radio button again within a tap takes the tap back: only a memo tells changes alone. */
const isSteady = (code: string, value: unknown): boolean => {
  const call = isNode(value) ? (value['expression'] as Node) : undefined
  const callee = call?.type === 'CallExpression' ? (call['callee'] as Node) : undefined
  return callee?.type === 'Identifier' && code.includes(`const ${String(callee['name'])} = createMemo(`)
}

export type Fault = { readonly line: number; readonly what: string }

/** Reads one `.tsx` file; an empty answer is a clean file. */
export const readFaults = (file: string, code: string): readonly Fault[] => {
  const faults: Fault[] = []
  const report = (node: Node, what: string): void => {
    faults.push({ line: lineOf(code, node.start), what })
  }
  walk(parse(file, code), (node) => {
    if (node.type === 'JSXText' && isWords(String(node['value'])))
      report(node, `text not from copy/: ${String(node['value']).trim()}`)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node['children'] as Node[])
        if (child.type === 'JSXExpressionContainer')
          for (const text of outcomesOf(child['expression']))
            if (isWords(text)) report(child, `text not from copy/: ${text}`)
    if (node.type === 'JSXOpeningElement' && nameOf(node) === 'input')
      for (const attribute of node['attributes'] as Node[])
        if (attribute.type === 'JSXAttribute' && nameOf(attribute) === 'checked' && !isSteady(code, attribute['value']))
          report(attribute, 'checked that is written again without a change: use a memo')
    if (node.type !== 'JSXAttribute') return
    if (READ.has(nameOf(node)))
      for (const text of outcomesOf(node['value']))
        if (isWords(text)) report(node, `${nameOf(node)} not from copy/: ${text}`)
    if (nameOf(node) === 'style' && hasStaticStyle(node['value']))
      report(node, 'static style: use a class, or a value that changes')
  })
  return faults
}
