/** What this device remembers about how it is used: read once, answered at once, and stored when it changes. */
import type { Device } from '#ports/device.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { HOME_VIEW, ORGANISATION } from './store/setting-names.ts'

/** `forget`: nothing of it is remembered any more. */
type Settings = Pick<Device, 'homeView' | 'keepHomeView' | 'organisation' | 'keepOrganisation'> & { forget(): void }

export const readSettings = async (database: () => DeviceDatabase): Promise<Settings> => {
  let [homeView, organisation] = await Promise.all([
    database().readSetting(HOME_VIEW),
    database().readSetting(ORGANISATION),
  ])
  return {
    forget() {
      homeView = organisation = null
    },
    homeView: () => homeView,
    keepHomeView(view) {
      homeView = view
      void database().saveSetting(HOME_VIEW, view)
    },
    organisation: () => organisation ?? '',
    keepOrganisation(name) {
      organisation = name
      void database().saveSetting(ORGANISATION, name)
    },
  }
}
