/** [R3, R4] What somebody can decrypt who has an ended invitation's link, and everything that the relay ever had. */
import { type Chain, currentEpoch } from '#shared/chain/chain.ts'
import { extendChain } from '#shared/chain/extend.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { Locator } from '#shared/protocol/ids.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { openBox } from '#keys/boxes.ts'
import type { EpochSecret } from '#keys/content-keys.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { ReadLog } from './log-reader.ts'
import { count, type Tally } from './tally.ts'

export type Link = { readonly locator: Locator; readonly holder: KeyHolder }

/** The chain after each of its records. */
export const chainsOf = async ({ bytes }: ReadLog): Promise<readonly Chain[]> => {
  const chains: Chain[] = []
  for (const record of bytes.filter((item) => itemKind(item) === 'record')) {
    const result = await extendChain(chains.at(-1) ?? null, record)
    if (result.ok) chains.push(result.chain)
  }
  return chains
}

const secretsOf = async ({ locator, holder }: Link, chains: readonly Chain[]): Promise<readonly EpochSecret[]> => {
  const secrets: EpochSecret[] = []
  for (const { workspace, boxes } of chains) {
    const placed = boxes.get(locator)
    if (placed === undefined) continue
    const { record, epoch, box } = placed
    const secret = await openBox(holder.boxKeys, { workspace, record, epoch, recipient: locator }, box)
    if (secret !== null) secrets.push(secret)
  }
  return secrets
}

/** The first epoch that such a link opens although it began after the invitation had ended; `null`: none. */
export const openedByOldLink = async (links: readonly Link[], log: ReadLog, tally: Tally): Promise<number | null> => {
  const chains = await chainsOf(log)
  for (const link of links) {
    const open = chains.findLast(({ invitations }) => invitations.get(link.locator)?.state === 'open')
    if (open === undefined) continue
    const later = [...log.follower.ring().keys].filter(([epoch]) => epoch > currentEpoch(open).number)
    if (later.length > 0) count(tally, 'R3: an old link was tried on later keys')
    const secrets = await secretsOf(link, chains)
    const opened = later.find(([, keys]) => secrets.some((secret) => equalBytes(secret, keys.secret)))
    if (opened !== undefined) return opened[0]
  }
  return null
}
