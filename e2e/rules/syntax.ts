/** Source as a tree, for rules that the linter cannot say. Knows no rule. */
import { parseSync } from 'vite'

export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

export const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode)

export const walk = (node: Node, visit: (node: Node) => void): void => {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}

export const parse = (file: string, code: string): Node =>
  parseSync(file, code, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }).program as unknown as Node

export const lineOf = (code: string, offset: number): number => code.slice(0, offset).split('\n').length
