/** The device, for screens. */
import { createContext, useContext } from 'solid-js'
import type { Device } from '#ports/device.ts'

export const DeviceContext = createContext<Device>()

export const useDevice = (): Device => {
  const device = useContext(DeviceContext)
  if (device === undefined) throw new Error('A screen stands outside DeviceContext.')
  return device
}

/** Whether a plan could not be begun because the disk is full. */
export const isFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'reason' in error && error.reason === 'full'

/** A name that was typed for one plan is offered in the next ones, where none was chosen for all of them yet. */
export const keepMyName = (device: Device, typed: string): void => {
  const name = typed.trim()
  if (name !== '' && device.home.me().name === null) void device.home.setMe({ name })
}
