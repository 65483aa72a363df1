/**
 * The questions of a wheel in the reader's language; while they load, and where this app lacks the pack, only the names are
 * known.
 */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import { toTopicName } from '#wording/wheel-spokes.ts'
import type { Dimension, Topic } from '#domain/document/choices.ts'
import type { Pack } from '#packs/pack.ts'
import { loadPack } from '#packs/packs.ts'
import { useLanguage } from '#reactive/use-language.ts'

/** `undefined`: loading. `null`: this app does not have it. */
export type PackState = Pack | null | undefined

export const usePack = (id: Accessor<string>): Accessor<PackState> => {
  const { language } = useLanguage()
  const [pack, setPack] = createSignal<PackState>()
  createEffect(() => {
    let wanted = true
    onCleanup(() => (wanted = false))
    void load(id(), language()).then((loaded) => wanted && setPack(() => loaded))
  })
  return pack
}

/** The pseudo language of tests marks these words too. */
const load = async (id: string, language: string): Promise<Pack | null> => {
  const pack = await loadPack(id, language)
  return language === 'pseudo' && pack !== null ? (await import('#copy/pseudo.ts')).mapWords(pack) : pack
}

type Names = Parameters<typeof toTopicName>[0]

export const nameOf = (copy: Names, pack: PackState, topic: Topic, ownTopic: string): string =>
  topic === 'own'
    ? toTopicName(copy, topic, ownTopic)
    : (pack?.dimensions[topic satisfies Dimension].name ?? copy.wheel.topics[topic])
