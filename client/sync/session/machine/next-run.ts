/** How many items are opened together. */
import { itemKind } from '#shared/protocol/log.ts'
import type { LoggedAt } from './work.ts'

/** The entries in one run: a page takes four runs, so that a keystroke meanwhile waits for a quarter of a page at most. */
const MAX_RUN = 250

/** The next run: items opened together, because none of them changes who may write or which keys there are. */
export const nextRun = (rest: readonly LoggedAt[], upTo: number): readonly LoggedAt[] => {
  const end = rest.findIndex(({ seq, bytes }, index) => {
    const kind = itemKind(bytes)
    return (
      index === MAX_RUN || seq > upTo || seq !== (rest[0]?.seq ?? 0) + index || (kind !== 'entry' && kind !== 'erased')
    )
  })
  return end < 0 ? rest : rest.slice(0, end)
}
