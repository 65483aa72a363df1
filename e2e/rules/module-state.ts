/** What outlives every call in a module: variables that change, collections that are written to, and prototypes of others that are patched. */
import { childrenOf, isNode, lineOf, type Node, parse, walk } from './syntax.ts'

export type Found = { readonly line: number; readonly what: string }

const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet'])
const WRITES = new Set([
  'set',
  'add',
  'delete',
  'clear',
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
])
const PATCHES = new Set(['assign', 'defineProperty', 'defineProperties', 'deleteProperty', 'set', 'setPrototypeOf', 'spyOn', 'replaceProperty']) // prettier-ignore

const nameOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node['name']) : '')
const propertyOf = (node: unknown): string =>
  isNode(node) && node.type === 'MemberExpression' ? nameOf(node['property']) : ''

/** `Element.prototype`, or a `prototype` that was taken out of its class. */
const isPrototype = (node: unknown): boolean =>
  nameOf(node) === 'prototype' || (propertyOf(node) === 'prototype' && isNode(node))

/** The name at the beginning of `world.handles[0]`. */
const rootOf = (node: unknown): string =>
  isNode(node) && node.type === 'MemberExpression' ? rootOf(node['object']) : nameOf(node)

const declarationOf = (statement: Node): Node | null => {
  const inside = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement
  return isNode(inside) && inside.type === 'VariableDeclaration' ? inside : null
}

/** Begun empty and not said to be something that is only read: there is no other use for it than to be filled. */
const isToBeFilled = (code: string, { id, init }: { readonly id: Node; readonly init: unknown }): boolean => {
  if (!isNode(init) || init.type !== 'NewExpression' || !COLLECTIONS.has(nameOf(init['callee']))) return false
  const type = id['typeAnnotation']
  const isOnlyRead = isNode(type) && !/^:\s*(Weak)?(Map|Set)\b/.test(code.slice(type.start))
  return (init['arguments'] as unknown[]).length === 0 && !isOnlyRead
}

/** What the whole file writes to by name: `x.set()`, `x.y = 1`. */
const writtenIn = (program: Node): ReadonlySet<string> => {
  const written = new Set<string>()
  walk(program, (node) => {
    const target =
      node.type === 'AssignmentExpression' ? node['left'] : node.type === 'UpdateExpression' ? node['argument'] : null
    if (isNode(target) && target.type === 'MemberExpression') written.add(rootOf(target))
    if (node.type === 'UnaryExpression' && node['operator'] === 'delete') written.add(rootOf(node['argument']))
    if (node.type === 'CallExpression' && WRITES.has(propertyOf(node['callee'])))
      written.add(nameOf((node['callee'] as Node)['object']))
  })
  written.delete('')
  return written
}

const isHolder = (init: unknown): boolean =>
  isNode(init) &&
  (['ArrayExpression', 'ObjectExpression'].includes(init.type) ||
    (init.type === 'NewExpression' && COLLECTIONS.has(nameOf(init['callee']))))

const isPatch = (node: Node): boolean => {
  if (node.type === 'AssignmentExpression') {
    const left = node['left']
    return isNode(left) && left.type === 'MemberExpression' && isPrototype(left['object'])
  }
  return (
    node.type === 'CallExpression' &&
    PATCHES.has(propertyOf(node['callee'])) &&
    isPrototype((node['arguments'] as unknown[])[0])
  )
}

export const readModuleState = (file: string, code: string): readonly Found[] => {
  const program = parse(file, code)
  let written: ReadonlySet<string> | null = null
  const isWritten = (name: string): boolean => (written ??= writtenIn(program)).has(name)
  const found: Found[] = []
  const report = (node: Node, what: string): void => void found.push({ line: lineOf(code, node.start), what })
  for (const statement of childrenOf(program)) {
    const declaration = declarationOf(statement)
    for (const each of (declaration?.['declarations'] ?? []) as {
      id: Node
      init: unknown
      start: number
      type: string
    }[])
      if (declaration?.['kind'] !== 'const') report(each.id, `let ${nameOf(each.id)}`)
      else if (isToBeFilled(code, each) || (isHolder(each.init) && isWritten(nameOf(each.id))))
        report(each.id, `${nameOf(each.id)} is written to`)
  }
  if (!code.includes('prototype')) return found // to walk through everything takes its time
  walk(program, (node) => {
    if (isPatch(node)) report(node, 'a prototype is patched')
  })
  return found
}
