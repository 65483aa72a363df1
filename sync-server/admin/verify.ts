/** `verify`: reads everything, changes nothing. */
import { resolve } from 'node:path'
import { type CheckResult, checkStore } from '../inventory/check.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { openFileSnapshot, openSnapshot } from '../inventory/open.ts'
import type { Command, CommandResult, AdminContext } from './command.ts'
import { inBytes } from './table.ts'

/** More faults than fit on a screen do not help. */
const MAX_TOLD = 50

export const tellCheck = ({ totals, faults }: CheckResult, { say }: Pick<AdminContext, 'say'>): CommandResult => {
  faults.slice(0, MAX_TOLD).forEach(say)
  const { workspaces, items, bytes } = totals
  say(`${workspaces} workspaces, ${items} items, ${inBytes(bytes)}`)
  if (faults.length === 0) say('Every log is whole.')
  return faults.length === 0 ? null : `${faults.length} faults were found.`
}

export const checkAndClose = async (inventory: Inventory): Promise<CheckResult> => {
  try {
    return await checkStore(inventory)
  } finally {
    await inventory.close()
  }
}

export const verify: Command = {
  usage: '[FILE]',
  summary: 'check that every log is whole, here or in a backup; reads only',
  needs: 0,
  takes: 1,
  async run(context, [file]) {
    const { config, folder } = context
    const inventory = file === undefined ? openSnapshot(config) : openFileSnapshot(resolve(folder, file))
    return tellCheck(await checkAndClose(await inventory), context)
  },
}
