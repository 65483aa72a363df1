/** Everything of this device's person in one file, and back. The code for both is fetched when it is asked for. */
import type { Device } from '#ports/device.ts'
import type { Environment } from '#sync/environment.ts'
import type { OpenContext } from './open-backup.ts'

export type BackupOptions = OpenContext & { readonly environment: Environment }

export const createBackup = (options: BackupOptions): Pick<Device, 'saveAll' | 'openBackup'> => ({
  async saveAll(progress) {
    await options.closeAll()
    const [{ saveAll }, { documents, keys }] = await Promise.all([import('./save-all.ts'), options.engine()])
    const { environment, database, rows } = options
    return saveAll({ environment, documents, keys, database: database(), rows: rows() }, progress)
  },
  async openBackup(file, card, progress) {
    const [{ openBackup }, { keys }] = await Promise.all([import('./open-backup.ts'), options.engine()])
    if (card === null) return openBackup(options, file, await keys.secret(), progress)
    const reading = keys.readCard(card)
    if (!reading.ok) return { ok: false, reason: 'not-a-card', fault: reading.fault }
    return openBackup(options, file, reading.secret, progress)
  },
})
