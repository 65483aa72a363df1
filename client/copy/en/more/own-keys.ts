/** English words about the person of this device: the key card, coming back with it, a second device, only for now, forgetting. */
import { toList, toQuotedList } from '../../format/days-and-times.ts'
import type { nlOwnKeys } from '../../nl/more/own-keys.ts'

const locale = 'en-GB'
const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plans`)
const seconds = (number: number): string => (number === 1 ? '1 second' : `${number} seconds`)
const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']

export const enOwnKeys: typeof nlOwnKeys = {
  me: {
    lead: 'This is all yours. Nobody else sees this screen.',
    names: {
      title: 'Your name in your plans',
      one: (name) => `Your name in your plans is ${name}.`,
      more: (names) => `Your names in your plans are ${toList(locale, names)}.`,
      where: 'To change it, go to People in this plan in the plan itself.',
    },
    card: {
      title: 'My key card',
      use: 'Lost or broken device? Your key card brings all your plans back on another one.',
      secret: 'Anyone with your card can read and write in your plans as if they were you. Don’t give it to anyone.',
      keep: 'Keep it on paper, somewhere only you know.',
      show: 'Show my key card',
      hide: 'Hide my key card',
      over: 'Your key card was in view for a long time. It is hidden again. Not finished? One tap shows it again.',
      confirm: {
        title: 'Is nobody looking?',
        text: 'Anyone who sees your key card, or takes a photo of it, can get into all your plans.',
        keep: 'Not now',
        go: 'Show it',
      },
      characters: 'The 28 characters of your key card',
      qr: 'QR code of your key card',
      print: 'Print the card',
      save: 'Save as a picture',
      saved:
        'The picture is in your downloads. Anyone who finds it can get into your plans. Print it, or keep it somewhere only you know. Then delete it from your downloads.',
      failed: 'We can’t show your key card right now. Nothing is lost. Please try again.',
      before: (number) =>
        `This device also has ${plans(number)} from an earlier key card. For ${number === 1 ? 'that plan' : 'those plans'} you need the earlier card.`,
    },
    paper: {
      title: 'My key card',
      how: (address) => `Lost your device? Go to ${address} and choose “I already have a key card”. Or scan the code.`,
      secret: 'Don’t give this card to anyone.',
      fileName: 'key-card',
    },
    device: {
      title: 'Use another device too',
      use: 'Have your plans on your phone, tablet or computer as well, and read and write on both.',
      show: 'Add a device',
      confirm: {
        title: 'Is nobody looking?',
        text: 'You’ll see a code for one minute. Anyone who scans it can get into all your plans.',
        keep: 'Not now',
        go: 'Show the code',
      },
      scan: 'Scan this with the camera on your other device. Or open Weef there, choose “I already have a key card” and type the characters.',
      left: (number) => `This code disappears in ${seconds(number)}.`,
      over: 'The code is gone. If it worked, your plans are now on their way to your other device.',
      hide: 'Done',
    },
    forget: {
      title: 'Remove everything from this device',
      text: 'Giving this device away? Or is it not yours? Remove everything: your key, your plans and your settings.',
      go: 'Remove everything',
      failed: 'We couldn’t remove everything. Please try again.',
      confirm: {
        title: 'Remove everything from this device?',
        lost: 'The other people in your plans keep them. You’ll need your key card or a new invitation to get back in.',
        alone: (titles) =>
          `Nobody else is in ${toQuotedList(locale, titles)}. Without your key card, you lose that for good.`,
        unshared: (titles) =>
          `Not shared yet: ${toQuotedList(locale, titles)}. Anything that’s only on this device will be gone for good.`,
        cardFirst: 'Save my key card first',
        keep: 'No, keep it',
        go: 'Yes, remove everything',
      },
    },
  },

  card: {
    title: 'Get your plans with your key card',
    lead: 'Type the characters on your card to bring your plans to this device.',
    characters: 'The 28 characters',
    hint: 'Dashes, spaces and capitals don’t matter.',
    scan: 'Is there a QR code on your card? Point your phone’s camera at it.',
    lost: 'Lost your card too? Ask the person in charge of the plan for a new invitation.',
    lostOwner:
      'Were you the only one in charge? Ask someone who can write in it to start a new plan, under About this plan. Everything in it comes along.',
    go: 'Get my plans',
    fault: {
      empty: () => 'Type the characters on your card first.',
      character: ({ group, character }) =>
        `The ${places[group - 1]} group has ${character} in it, which no card has. Please check that group.`,
      group: ({ group }) => `Please check the ${places[group - 1]} group. Something is wrong there.`,
      length: ({ count }) => `A card has 28 characters. You typed ${count}. Nothing has changed.`,
      check: () => 'There’s a mistake somewhere. Check each group against your card. Nothing has changed.',
    },
    failed: {
      'no-plans': 'This card has no plans. Nothing has changed. Do you have another card?',
      'not-a-card': 'This isn’t a key card. Nothing has changed.',
      full: 'This device is full. Nothing has changed. Free up some space and try again.',
      unavailable: 'This device can’t keep your key. Nothing has changed. Choose “Only for now” and try again.',
    },
    incoming: {
      title: 'Is this your own key card?',
      text: 'If so, your plans will come to this device.',
      warning: 'Did someone else give you this card or link? Don’t use it: they could read everything you write here.',
      go: 'Yes, get my plans',
      stop: 'No, stop',
    },
    other: {
      title: 'This device already has a key card',
      text: 'It has plans from another key card. Do you want to use this card here too?',
      stay: 'The plans that are here stay. You stay who you were in them, and everything is shared as usual.',
      next: 'Any new plan you make after this belongs to this card.',
      go: 'Yes, use this card',
      stop: 'No, leave things as they are',
    },
    same: {
      title: 'You’re already here',
      text: 'This device already uses this card. Nothing has changed.',
      missing: 'Get anything that’s missing',
    },
  },
}
