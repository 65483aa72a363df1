/** Names of single values: `<owner>/<field>#<random>`, such as `goal:x7Fa…/status#Qz…`. */

/** `<owner>/<field>` */
export type ValueKey = `${string}/${string}`

export const splitKey = (key: ValueKey): readonly [owner: string, field: string] => {
  const slash = key.indexOf('/')
  return [key.slice(0, slash), key.slice(slash + 1)]
}

/** Parses a name; `null` when no version of ours could have written it. */
export const parseName = (name: string): { readonly owner: string; readonly field: string } | null => {
  const hash = name.indexOf('#')
  const slash = name.indexOf('/')
  return slash < 0 || hash < slash ? null : { owner: name.slice(0, slash), field: name.slice(slash + 1, hash) }
}
