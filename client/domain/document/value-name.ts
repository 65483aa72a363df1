/** Names of single values: `<owner>/<field>#<random>`, such as `goal:x7Fa…/status#Qz…`. */

/** `<owner>/<field>` */
export type ValueKey = `${string}/${string}`

/** The key that a name is under. `null`: no version of ours could have written it. */
export const keyIn = (name: string): ValueKey | null => {
  const hash = name.indexOf('#')
  const slash = name.indexOf('/')
  return slash < 0 || hash < slash ? null : (name.slice(0, hash) as ValueKey)
}

export const splitKey = (key: ValueKey): readonly [owner: string, field: string] => {
  const slash = key.indexOf('/')
  return [key.slice(0, slash), key.slice(slash + 1)]
}

export const parseName = (name: string): { readonly owner: string; readonly field: string } | null => {
  const key = keyIn(name)
  if (key === null) return null
  const [owner, field] = splitKey(key)
  return { owner, field }
}
