/** English words about the person of this device: the key card, coming back with it, a second device, only for now, forgetting. */
import { toList } from '../format/days-and-times.ts'
import type { nlOwnKeys } from '../nl/own-keys.ts'

const locale = 'en-GB'
const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plans`)
const seconds = (number: number): string => (number === 1 ? '1 second' : `${number} seconds`)
const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']

export const enOwnKeys: typeof nlOwnKeys = {
  me: {
    title: 'About me',
    lead: 'All of this is yours. Nobody else sees this screen.',
    names: {
      title: 'Your name in your plans',
      one: (name) => `In your plans you are called ${name}.`,
      more: (names) => `In your plans you are called ${toList(locale, names)}.`,
      where: 'You change your name in the plan itself, under People in this plan.',
    },
    card: {
      title: 'My key card',
      use: 'Device lost or broken? With your key card you get all your plans back on another device.',
      secret: 'Whoever has your card can read and write in your plans as if they were you. Give it to nobody.',
      keep: 'Keep it on paper, in a place that only you know.',
      show: 'Show my key card',
      hide: 'Hide my key card',
      confirm: {
        title: 'Is nobody looking?',
        text: 'Whoever sees your key card, or takes a photo of it, can get into all your plans.',
        keep: 'Not now',
        go: 'Show it',
      },
      characters: 'The 28 characters of your key card',
      qr: 'QR code of your key card',
      print: 'Print the card',
      save: 'Save as a picture',
      saved:
        'The picture is in your downloads. Whoever finds it can get into your plans. Print it, or put it in a place that only you know. Then remove it from your downloads.',
      failed: 'Your key card cannot be shown now. Nothing is lost. Please try again.',
      before: (number) =>
        `This device also has ${plans(number)} of an earlier key card. For ${number === 1 ? 'that plan' : 'those plans'} you need the earlier card.`,
    },
    paper: {
      title: 'My key card',
      how: (address) => `Lost your device? Go to ${address} and choose “I already have a key card”. Or scan the code.`,
      secret: 'Give this card to nobody.',
      fileName: 'key-card',
    },
    device: {
      title: 'Another device of mine',
      use: 'Have your plans on your phone, tablet or computer too. You then read and write on both.',
      show: 'Add a device',
      confirm: {
        title: 'Is nobody looking?',
        text: 'You will see a code for one minute. Whoever scans it can get into all your plans.',
        keep: 'Not now',
        go: 'Show the code',
      },
      scan: 'Scan this with the camera of your other device. Or open Weef there, choose “I already have a key card” and type the characters.',
      left: (number) => `This code disappears in ${seconds(number)}.`,
      over: 'The code is gone again. Did it work? Then your plans are coming to your other device now.',
      hide: 'Done',
    },
    forget: {
      title: 'Remove everything from this device',
      text: 'Are you giving this device away, or is it not yours? Then remove everything: your key, your plans and your settings.',
      go: 'Remove everything',
      failed: 'Removing everything did not work. Please try again.',
      confirm: {
        title: 'Remove everything from this device?',
        lost: 'Your plans stay for the people who take part. You can only get in again with your key card or a new invitation.',
        alone: (titles) =>
          `Nobody else takes part in ${toList(locale, titles)}. Without your key card you lose that for good.`,
        unshared: (titles) =>
          `Not shared yet: ${toList(locale, titles)}. What is only on this device will be gone for good.`,
        cardFirst: 'Keep my key card first',
        keep: 'No, leave it',
        go: 'Yes, remove everything',
      },
    },
  },

  card: {
    home: 'I already have a key card',
    title: 'Come back with your key card',
    lead: 'Type the characters of your card. Then your plans come to this device.',
    characters: 'The 28 characters',
    hint: 'Dashes, spaces and capitals do not matter.',
    scan: 'Is there a square with small blocks on your card? Point the camera of your phone at it.',
    lost: 'Have you lost your card too? Ask the person in charge of the plan for a new invitation.',
    lostOwner:
      'Were you the only one in charge? Ask somebody who can write in it to make a new plan, under About this plan. Everything in it comes along.',
    go: 'Get my plans',
    fault: {
      empty: () => 'First type the characters of your card.',
      character: ({ group, character }) =>
        `The ${places[group - 1]} group has ${character} in it. No card has that character. Please check that group.`,
      group: ({ group }) => `Please check the ${places[group - 1]} group. Something is wrong there.`,
      length: ({ count }) => `A card has 28 characters. These are ${count}. Nothing has changed.`,
      check: () => 'There is a mistake somewhere. Put your card beside it and check each group. Nothing has changed.',
    },
    failed: {
      'no-plans': 'This card has no plans. Nothing has changed. Do you have another card?',
      'not-a-card': 'This is not a key card. Nothing has changed.',
      full: 'This device is full. Nothing has changed. Make some room and try again.',
      unavailable: 'This device cannot keep your key. Nothing has changed. Choose “Only for now” and try again.',
    },
    incoming: {
      title: 'Is this your own key card?',
      text: 'Then your plans come to this device.',
      warning:
        'Did you get this card or link from somebody else? Then do not use it. They could read everything that you write here.',
      go: 'Yes, get my plans',
      stop: 'No, stop',
    },
    other: {
      title: 'This device already belongs to somebody',
      text: 'It has plans of another key card. Do you want to use this card here too?',
      stay: 'The plans that are here stay here. In them you stay who you were, and everything is shared as usual.',
      next: 'Do you make a new plan after this? Then it belongs to this card.',
      go: 'Yes, use this card',
      stop: 'No, leave everything as it is',
    },
    same: {
      title: 'This is already you',
      text: 'This card belongs to this device. Nothing has changed.',
      missing: 'Get what is missing here',
    },
  },

  restore: {
    listing: 'Looking for your plans',
    fetching: 'Your plans are coming',
    ready: (ready, total) =>
      total === 1 ? 'Your plan is on its way.' : `${ready} of ${plans(total)} ${ready === 1 ? 'is' : 'are'} here.`,
    leave: 'You can go on, or close Weef. The rest comes by itself.',
    trouble: {
      offline: 'There is no connection now. Your card is good. We go on by ourselves as soon as we can.',
      busy: 'The service is busy now. Your card is good. We go on by ourselves as soon as we can.',
      'outdated-app': 'A new version of Weef is needed. Your card is good. Close Weef and open it again.',
    },
    done: 'Your plans are back',
    found: (total) => `We found ${plans(total)}.`,
    nothing: 'We found no plans for this card',
    oldCard: 'Maybe it is an old card. Did you make a new one later? Then use that one.',
    otherCard: 'I have another card',
    refused: (number) =>
      number === 1
        ? 'We did not get 1 plan. Maybe you were taken out of it, or it no longer exists.'
        : `We did not get ${number} plans. Maybe you were taken out of them, or they no longer exist.`,
    missing: 'Is a plan missing? Maybe you no longer take part in it. Ask somebody who does.',
    ok: 'OK',
    coming: 'This plan is on its way',
    rest: 'The rest is on its way',
  },

  onlyForNow: {
    ask: 'Is this not your device?',
    text: 'Then choose “Only for now”. When you close Weef, nothing stays behind here.',
    choose: 'Only for now',
    check: 'This is not my device: only for now',
    checkHint: 'When you close Weef, nothing stays behind here.',
    shared: 'Only for now. When you close Weef, everything is gone from here.',
    unshared: 'Only for now. Not everything is shared yet: wait a moment before you close Weef.',
    card: 'Keep your key card',
  },

  cardOffer: {
    title: 'Keep your key card',
    text: 'Do you lose this device? With your key card you get your plan back in no time.',
    owner: 'This plan is yours now. If you lose this device, your key card brings you back.',
    go: 'See my key card',
    later: 'Not now',
  },

  takenOff: {
    title: 'You took this plan off this device',
    text: 'You still take part in it. Do you want it here again? Then the whole plan comes back to this device.',
    go: 'Put the plan on this device again',
  },
}
