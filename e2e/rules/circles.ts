/** Circles in who imports whom, between files or between folders (Tarjan's strongly connected components). Knows no files. */
import type { Import } from './imports.ts'

type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Every group of which each member reaches every other. */
const componentsOf = (graph: Graph): readonly ReadonlySet<string>[] => {
  const index = new Map<string, number>()
  const open: string[] = []
  const found: Set<string>[] = []
  const visit = (node: string): number => {
    const own = index.size
    index.set(node, own)
    open.push(node)
    let lowest = own
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next))
      else if (open.includes(next)) lowest = Math.min(lowest, index.get(next) ?? own)
    }
    if (lowest === own) found.push(new Set(open.splice(open.indexOf(node))))
    return lowest
  }
  for (const node of graph.keys()) if (!index.has(node)) visit(node)
  return found.filter((component) => component.size > 1)
}

/** Each circle as one text: who is in it, and the imports that close it. `placeOf`: the file itself, or its folder. */
export const findCircles = (imports: readonly Import[], placeOf: (file: string) => string): readonly string[] => {
  const graph = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [here, there] = [placeOf(from), placeOf(to)]
    if (here !== there) graph.set(here, (graph.get(here) ?? new Set()).add(there))
  }
  return componentsOf(graph).map((component) => {
    const closing = imports.filter(({ from, to }) => {
      const [here, there] = [placeOf(from), placeOf(to)]
      return here !== there && component.has(here) && component.has(there)
    })
    const lines = closing.map(({ from, line, to }) => `  ${from}:${line} imports ${to}`)
    return [[...component].toSorted().join(' ↔ '), ...lines].join('\n')
  })
}
