/** `workspaces`: lists their number, sizes and ages, under pseudonyms. */
import { openInventory } from '../inventory/open.ts'
import { pseudonymOf } from '../inventory/pseudonym.ts'
import type { Command } from './command.ts'
import { alignTable, inBytes, inDays, onDay } from './table.ts'

export const workspaces: Command = {
  usage: '',
  summary: 'list the workspaces under pseudonyms: size, begun, last written; the largest first',
  needs: 0,
  takes: 0,
  async run({ config, say, now }) {
    const inventory = await openInventory(config)
    try {
      const all = (await inventory.workspaces()).toSorted((a, b) => b.bytes - a.bytes)
      const rows = all.map(({ workspace, seq, bytes, begunAt, changedAt }) => [
        pseudonymOf(workspace),
        inBytes(bytes),
        String(seq),
        onDay(begunAt),
        onDay(changedAt),
        changedAt === null ? '–' : inDays(now() - changedAt),
      ])
      alignTable([['workspace', 'size', 'items', 'begun', 'last written', 'ago'], ...rows]).forEach(say)
      const bytes = all.reduce((sum, one) => sum + one.bytes, 0)
      say(`${all.length} workspaces, ${inBytes(bytes)}`)
      return null
    } finally {
      await inventory.close()
    }
  },
}
