/** The lock of a device: putting it on, taking it off, and the page of a locked one. */
import type { nlLock } from '../../nl/first/lock.ts'

export const enLock: typeof nlLock = {
  lock: {
    page: {
      title: 'Weef is locked',
      text: 'Your device asks for your fingerprint, face or PIN.',
      open: 'Unlock',
      failed: {
        refused: 'Unlocking didn’t work. Everything is still here. Try again.',
        'not-here': 'This browser can’t find the lock. Everything is still here. Restart your device and try again.',
        'not-loaded':
          'Weef hasn’t loaded completely yet. Everything is still here. Check your connection and try again.',
        other: 'This device doesn’t open this lock. Everything is still here, but can’t be read here.',
      },
      help: 'Not working?',
      helpText:
        'Your key card brings you back to your plans. First remove everything from this device. Anything not shared yet will be gone; everything shared comes back. If you saved everything in one file, restore it after that.',
      forget: 'Remove everything from this device',
      confirm: {
        title: 'Remove everything from this device?',
        text: 'After this, you need your key card to get to your plans. Do you have it with you?',
        keep: 'No, keep it',
        go: 'Yes, remove everything',
      },
      forgetFailed: 'We couldn’t remove everything. Try again.',
    },
  },
}
