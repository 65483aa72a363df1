/** Every address of the app, from the source of its routes, so that a new screen is looked at by itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `parameters`: what stands for `:id` and the like. */
export const readAddresses = (parameters: Readonly<Record<string, string>>): readonly string[] => {
  const withParameters = (path: string): string =>
    path.replaceAll(/:\w+/g, (name) => {
      const value = parameters[name]
      if (value === undefined) throw new Error(`This test does not know what ${name} is.`)
      return value
    })
  const source = readFileSync(join(import.meta.dirname, '../app/routes.tsx'), 'utf8')
  const found: string[] = []
  let outer = ''
  for (const [tag, path = ''] of source.matchAll(/<\/Route>|<Route [^>]*?path="([^"]+)"[^>]*>/g)) {
    if (tag === '</Route>') outer = ''
    else if (tag.endsWith('/>')) found.push(`${outer}${path}`)
    else outer = path
  }
  return found.filter((path) => path !== '*').map(withParameters)
}
