/** The lock of a device: putting it on, taking it off, and the page of a locked one. */
import type { nlLock } from '../nl/lock.ts'

export const enLock: typeof nlLock = {
  lock: {
    title: 'Lock this device',
    use: 'Weef then opens with your finger, your face or your code alone, as your device itself does. Until then nobody can read what is here.',
    when: 'Lock when you do not use Weef',
    always: 'Weef also locks when you close it, and after Leave fast.',
    after: (minutes: number) =>
      minutes === 1 ? 'after 1 minute' : minutes === 60 ? 'after 1 hour' : `after ${minutes} minutes`,
    limits:
      'The lock does not help when somebody knows your code, or looks along while Weef is open. And others can see that Weef is here, and how many plans there are.',
    cardFirst: 'Keep your key card first. If your device ever stops unlocking, the card is your only way back.',
    toCard: 'To my key card',
    turnOn: 'Lock Weef',
    twice: 'Your device asks twice: the second time we check that the lock opens.',
    isOn: 'Weef locks itself on this device.',
    settling:
      'Not everything has been changed yet. Close the other windows of Weef. We finish it when you open Weef again.',
    lockNow: 'Lock now',
    turnOff: 'Take the lock off',
    failed: {
      refused: 'Your device was not unlocked. Nothing has changed. Try again.',
      'not-here': 'This is not possible on this device or in this browser. Nothing has changed.',
      full: 'There is no room left on this device. Nothing has changed.',
      unavailable: 'This device cannot keep anything now. Nothing has changed.',
    },
    page: {
      title: 'Weef is locked',
      text: 'Your device asks for your finger, your face or your code.',
      open: 'Unlock',
      failed: {
        refused: 'Your device was not unlocked. Everything is still here. Try again.',
        'not-here': 'This browser cannot find the lock. Everything is still here. Restart your device and try again.',
        other: 'This lock does not open with this device. Everything is still here, but it cannot be read here.',
      },
      help: 'Does it not work?',
      helpText:
        'Your key card brings you back to your plans. First remove everything of Weef from this device. What was not shared yet is then gone. What is shared comes back.',
      forget: 'Remove everything from this device',
      confirm: {
        title: 'Remove everything from this device?',
        text: 'Without a key card you cannot get to your plans after this. Do you have it with you?',
        keep: 'No, leave it',
        go: 'Yes, remove everything',
      },
      forgetFailed: 'Not everything is gone. Try again.',
    },
  },
}
