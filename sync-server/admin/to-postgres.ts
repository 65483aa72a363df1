/** `to-postgres`: moves the store in DATA_DIR into the database at DATABASE_URL. */
import { checkStore } from '../inventory/check.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { countDiffering, moveStore } from '../inventory/move.ts'
import { openInventoryToChange } from '../inventory/open.ts'
import { createPostgresInventory } from '../inventory/postgres-inventory.ts'
import { pseudonymOf } from '../inventory/pseudonym.ts'
import { openPostgresPool } from '../storage/postgres/open-postgres.ts'
import type { Command, CommandResult, AdminContext } from './command.ts'
import { tellCheck } from './verify.ts'

const move = async (from: Inventory, url: string, context: AdminContext): Promise<CommandResult> => {
  const { say } = context
  if ((await checkStore(from)).faults.length > 0) return 'The store here is not whole: start the relay on it once, and see `verify`. Nothing was moved.' // prettier-ignore
  const pool = await openPostgresPool(url)
  const to = createPostgresInventory(pool)
  try {
    const result = await moveStore(from, to, pool)
    if (!result.ok) return `The database holds ${pseudonymOf(result.workspace)}, which is not so here: somebody has written there. Nothing was moved.` // prettier-ignore
    say(`${result.moved} workspaces moved, ${result.there} were there already.`)
    const differing = await countDiffering(from, to)
    if (differing > 0) return `${differing} workspaces are not the same there as here: do not use that database.`
    const outcome = tellCheck(await checkStore(to), context)
    if (outcome === null) say('Start the relay with DATABASE_URL now. What is in DATA_DIR stays as it is.')
    return outcome
  } finally {
    await to.close()
  }
}

export const toPostgres: Command = {
  usage: '',
  summary:
    'move the SQLite store of DATA_DIR into the database of DATABASE_URL, and compare; only while the relay is stopped',
  needs: 0,
  takes: 0,
  async run(context) {
    const { databaseUrl, dataFolder } = context.config
    if (databaseUrl === null) return 'DATABASE_URL names no database to move to: set it to postgresql://name:password@host/database.' // prettier-ignore
    const from = await openInventoryToChange({ dataFolder, databaseUrl: null })
    try {
      return await move(from, databaseUrl, context)
    } finally {
      await from.close()
    }
  },
}
