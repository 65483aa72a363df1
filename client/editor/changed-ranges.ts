/** The ranges of text that transactions changed, in positions of the document after the last of them. */
import type { Transaction } from '@tiptap/pm/state'

export type TextRange = { readonly from: number; readonly to: number }

export const changedRanges = (transactions: readonly Transaction[]): readonly TextRange[] => {
  let ranges: readonly TextRange[] = []
  for (const map of transactions.flatMap((transaction) => transaction.mapping.maps)) {
    const moved = ranges.map(({ from, to }) => ({ from: map.map(from, -1), to: map.map(to, 1) }))
    const added: TextRange[] = []
    map.forEach((_oldStart, _oldEnd, from, to) => added.push({ from, to }))
    ranges = [...moved, ...added]
  }
  return ranges
}
