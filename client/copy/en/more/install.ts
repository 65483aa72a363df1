/** Having the app at hand like any other, in English. */
import type { nlInstall } from '../../nl/more/install.ts'

export const enInstall: typeof nlInstall = {
  install: {
    title: 'Weef as an app',
    use: 'You can then open Weef with one tap, even without internet. Your device is also less likely to clear your plans.',
    go: 'Add Weef to my apps',
    menu: 'Open your browser’s menu (three dots). Choose “Install” or “Add to Home screen”.',
    apple:
      'Tap Share: the square with the arrow pointing up. Choose “Add to Home Screen”. On a Mac it’s “Add to Dock”.',
    empty:
      'That app starts out empty. You bring your plans into it with your key card, just as on another device. So save your card first.',
  },
}
