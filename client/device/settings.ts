/** What this device remembers about how it is used: read once, answered at once, and stored when it changes. */
import type { Device } from '#ports/device.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'

/** `forget`: nothing of it is remembered any more. */
type Settings = Pick<Device, 'homeView' | 'keepHomeView' | 'organisation' | 'keepOrganisation'> & { forget(): void }

export const readSettings = async (database: () => DeviceDatabase): Promise<Settings> => {
  let [homeView, organisation] = await Promise.all([
    database().readSetting('home-view'),
    database().readSetting('organisation'),
  ])
  return {
    forget() {
      homeView = organisation = null
    },
    homeView: () => homeView,
    keepHomeView(view) {
      homeView = view
      void database().saveSetting('home-view', view)
    },
    organisation: () => organisation ?? '',
    keepOrganisation(name) {
      organisation = name
      void database().saveSetting('organisation', name)
    },
  }
}
