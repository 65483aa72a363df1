/** The platform, for screens. */
import { createContext, useContext } from 'solid-js'
import type { Platform } from '#ports/platform.ts'

export const PlatformContext = createContext<Platform>()

export const usePlatform = (): Platform => {
  const platform = useContext(PlatformContext)
  if (platform === undefined) throw new Error('A screen stands outside PlatformContext.')
  return platform
}
