/** Finds the Chromium that the end-to-end tests drive, or has the system install one. */
import { installPackage, which } from './system-package.ts'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What `CHROMIUM_PATH` names, or the system's own; `null` when there is none. A wrong `CHROMIUM_PATH` is not silently replaced. */
export const findChromium = (): string | null =>
  which(...(process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : NAMES))

/** `null` after one clear sentence about what the reader can do. */
export const ensureChromium = async (): Promise<string | null> => {
  if (findChromium() === null && !process.env['CHROMIUM_PATH']) {
    await installPackage({ 'apt-get': 'chromium', dnf: 'chromium', apk: 'chromium' })
  }
  const found = findChromium()
  if (found === null) {
    process.stderr.write(
      'No Chromium found or installable: install Chromium or Chrome, or set CHROMIUM_PATH to its program file.\n',
    )
  }
  return found
}
