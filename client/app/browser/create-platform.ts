/** The real `Platform`: this browser. */
import type { Platform } from '#ports/platform.ts'
import type { Clock } from './clock.ts'
import { createVoices } from './create-voices.ts'
import type { IncomingCards } from './incoming-card.ts'

type Watched = { readonly cards: IncomingCards; readonly askToInstall: Platform['askToInstall'] }

export const createPlatform = (
  appName: string,
  { cards, askToInstall }: Watched,
  clock: Pick<Clock, 'now'>,
): Platform => ({
  appName,
  now: clock.now,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  userAgent: navigator.userAgent,
  installed: isInstalled(),
  askToInstall,
  address: () => window.location.href,
  copyText,
  share: typeof navigator.share === 'function' ? (link) => navigator.share(link) : null,
  saveFile: ({ name, type, text }) => saveBytes({ name, bytes: new Blob([text], { type: `${type};charset=utf-8` }) }),
  saveBytes,
  async savePicture({ name, drawing }) {
    const { toPicture } = await import('./picture.ts')
    const { ending, bytes } = await toPicture(drawing)
    saveBytes({ name: `${name}.${ending}`, bytes })
  },
  print: () => window.print(),
  speech: createVoices(),
  reload: () => window.location.reload(),
  incomingCard: cards.card,
  forgetIncomingCard: cards.forget,
})

const isInstalled = (): boolean =>
  window.matchMedia('(display-mode: standalone)').matches ||
  ('standalone' in navigator && navigator.standalone === true)

const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Object URLs are revoked later, in ms: some browsers read them only after the click has returned. */
const RELEASE_AFTER_MS = 60_000

const saveBytes: Platform['saveBytes'] = ({ name, bytes }) => {
  const address = URL.createObjectURL(bytes)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER_MS)
}
