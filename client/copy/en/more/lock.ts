/** The lock of a device: putting it on, taking it off, and the page of a locked one. */
import type { nlLock } from '../../nl/more/lock.ts'

export const enLock: typeof nlLock = {
  lock: {
    title: 'Lock Weef on this device',
    use: 'Weef then only opens with your fingerprint, face or PIN, just like your device. Until then nobody can read what’s here.',
    when: 'Lock when you’re not using Weef',
    always: 'Weef also locks when you close it, and after Leave fast.',
    after: (minutes: number) =>
      minutes === 1 ? 'after 1 minute' : minutes === 60 ? 'after 1 hour' : `after ${minutes} minutes`,
    limits:
      'The lock doesn’t help if someone knows your PIN, or looks over your shoulder while Weef is open. And others can see that Weef is here, and how many plans there are.',
    cardFirst: 'Save your key card first. If your device ever stops unlocking, the card is your only way back.',
    toCard: 'Show my key card',
    turnOn: 'Lock Weef',
    twice: 'Your device asks twice: the second time, we check that the lock opens.',
    isOn: 'Weef locks itself on this device.',
    settling:
      'Not everything is behind the lock yet. Close the other Weef windows. We’ll finish it when you open Weef again.',
    lockNow: 'Lock now',
    turnOff: 'Take the lock off',
    failed: {
      refused: 'Unlocking didn’t work. Nothing has changed. Try again.',
      'not-here': 'This device or browser can’t do this. Nothing has changed.',
      full: 'This device is full. Nothing has changed. Free up some space and try again.',
      unavailable: 'This device can’t save anything right now. Nothing has changed.',
    },
  },
}
