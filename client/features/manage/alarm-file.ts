/** Alarms as plain text, for whoever investigates them: each item as received, and nothing that anybody wrote. */
import type { Copy } from '#copy/languages.ts'
import { RULES } from '#domain/plan/alarms.ts'
import type { Alarm } from '#domain/plan/alarms.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'

type About = {
  readonly plan: WorkspaceId
  readonly savedOn: string
  /** As base64url. */
  readonly items: ReadonlyMap<string, string>
  readonly whose: (person: PersonId | null) => string
}

export const toAlarmFile = (
  { alarms: words }: Copy,
  alarms: readonly Alarm[],
  { plan, savedOn, items, whose }: About,
): string => {
  const { file } = words
  const toBlock = ({ id, name, person, place, at, count }: Alarm, index: number): string => {
    const lines: readonly (readonly [string, string | number])[] = [
      [file.who, person === null ? whose(null) : `${whose(person)} (${person})`],
      [file.when, new Date(at).toISOString()],
      [file.rule, RULES[name]],
      [name === 'bad-key' ? file.epoch : file.place, place],
      [file.times, count],
      [file.item, items.get(id) ?? file.notKept],
    ]
    const about = lines.map(([label, value]) => `   ${label}: ${value}`)
    return [`${index + 1}. ${words.told[name].what(whose(person))}`, ...about].join('\n')
  }
  const inOrder = alarms.toSorted((a, b) => a.at - b.at || a.place - b.place)
  return [`${words.title}\n${plan}\n${savedOn}`, ...inOrder.map(toBlock)].join('\n\n') + '\n'
}
