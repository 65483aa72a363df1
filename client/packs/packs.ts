/** All packs: every JSON file in this folder, `<id>.<language>.json`. Fetched when a wheel needs one. */
import { type Pack, parsePack } from './pack.ts'

/** Our own wording, free to use; other instruments need their maker's permission. */
export const DEFAULT_PACK = 'neutral'

const files = import.meta.glob<unknown>('./*.json', { import: 'default' })

/** `null`: this app does not have the pack, although another may. In Dutch where the pack lacks the language. */
export const loadPack = async (id: string, language: string): Promise<Pack | null> => {
  const load = files[`./${id}.${language}.json`] ?? files[`./${id}.nl.json`]
  const parsed = load === undefined ? null : parsePack(await load())
  return parsed?.ok ? parsed.pack : null
}
