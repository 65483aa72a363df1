/** `erase`: removes one workspace completely. */
import type { Inventory, WorkspaceInfo } from '../inventory/inventory.ts'
import { openInventoryToChange } from '../inventory/open.ts'
import { pseudonymOf, readPseudonym } from '../inventory/pseudonym.ts'
import type { Command, CommandResult, AdminContext } from './command.ts'
import { inBytes, onDay } from './table.ts'

/** Said before and after: an erasure that promises more than it does is worse than none. */
const WHAT_STAYS =
  'Devices keep their copies, and whoever began the plan can bring it back from theirs. Backups made before keep it too, and what a restore or a repair has put aside; and the write-ahead log of PostgreSQL for a while.'

const find = async (inventory: Inventory, named: string): Promise<readonly WorkspaceInfo[]> =>
  (await inventory.workspaces()).filter(({ workspace }) => pseudonymOf(workspace) === named)

const eraseFrom = async (
  inventory: Inventory,
  named: string,
  yes: boolean,
  { say, ask }: AdminContext,
): Promise<CommandResult> => {
  // prettier-ignore
  const [found, another] = await find(inventory, named)
  if (found === undefined) return `There is no workspace ${named}; \`workspaces\` lists them.`
  if (another !== undefined) return `Two workspaces are called ${named}; give the address of the plan.`
  const { seq, bytes, begunAt, changedAt } = found
  say(`${named}: ${seq} items, ${inBytes(bytes)}, begun ${onDay(begunAt)}, last written ${onDay(changedAt)}.`)
  say(WHAT_STAYS)
  const sure = yes || (await ask('Erase it from here for good?'))
  if (sure === null) return 'Nothing was erased: nobody is there to confirm it. Add --yes.'
  if (!sure) return 'Nothing was erased.'
  await inventory.erase(found.workspace)
  say(`${named} is erased.`)
  return null
}

export const erase: Command = {
  usage: 'WORKSPACE',
  summary: 'erase one for good: its pseudonym, or the address of the plan as a browser shows it',
  needs: 1,
  takes: 1,
  async run(context, [text = ''], { yes }) {
    const named = readPseudonym(text)
    if (named === null)
      return `"${text}" names no workspace: give a pseudonym such as 3k9vq-0f2mx, or a plan's address.`
    const inventory = await openInventoryToChange(context.config)
    try {
      return await eraseFrom(inventory, named, yes, context)
    } finally {
      await inventory.close()
    }
  },
}
